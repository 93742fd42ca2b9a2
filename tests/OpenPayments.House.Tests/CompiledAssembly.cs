using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OpenPayments.House.Tests;

/// <summary>What a compiled assembly refers to, read from its metadata without loading it.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader file;
    private readonly MetadataReader metadata;

    public CompiledAssembly(string name)
    {
        file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        metadata = file.GetMetadataReader();
    }

    public IEnumerable<string> References => metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));

    /// <summary>Full names, <c>System.DateTime</c>.</summary>
    public IEnumerable<string> Types => metadata.TypeReferences.Select(NameOf);

    /// <summary>Type and member, <c>System.DateTime.get_UtcNow</c>.</summary>
    public IEnumerable<string> Members =>
        metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => NameOf((TypeReferenceHandle)member.Parent) + "." + metadata.GetString(member.Name));

    public void Dispose() => file.Dispose();

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference) return NameOf((TypeReferenceHandle)type.ResolutionScope) + "." + name;
        return type.Namespace.IsNil ? name : metadata.GetString(type.Namespace) + "." + name;
    }
}
