using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace OpenPayments.Packages.Tests;

/// <summary>An assembly as it lies in a package.</summary>
internal sealed class PackedAssembly : IDisposable
{
    // the kind "embedded source" of the format for portable symbols
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private readonly PEReader _image;
    private readonly MetadataReaderProvider _symbols;

    public PackedAssembly(ZipArchiveEntry entry)
    {
        _image = new PEReader(new MemoryStream(Bytes(entry)));
        _symbols = _image.ReadEmbeddedPortablePdbDebugDirectoryData(_image.ReadDebugDirectory().Single(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
    }

    private MetadataReader Symbols => _symbols.GetMetadataReader();

    /// <summary>The names of the files that it was compiled from.</summary>
    public IReadOnlyList<string> Sources => [.. Symbols.Documents.Select(handle => Symbols.GetString(Symbols.GetDocument(handle).Name))];

    public bool EmbedsSources => Symbols.CustomDebugInformation.Any(handle => Symbols.GetGuid(Symbols.GetCustomDebugInformation(handle).Kind) == EmbeddedSource);

    /// <summary>Of its metadata, the code of its methods, and of what its symbols know of its sources.</summary>
    public string HashOfContents
    {
        get
        {
            var metadata = _image.GetMetadataReader();
            var bodies = metadata.MethodDefinitions.Select(handle => metadata.GetMethodDefinition(handle).RelativeVirtualAddress).Where(address => address != 0)
                .SelectMany(address => _image.GetMethodBody(address).GetILBytes()!);
            return Hash([.. _image.GetMetadata().GetContent(), .. bodies, .. Symbols.Documents.SelectMany(handle => Symbols.GetBlobBytes(Symbols.GetDocument(handle).Hash))]);
        }
    }

    public void Dispose()
    {
        _symbols.Dispose();
        _image.Dispose();
    }

    public static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    public static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
