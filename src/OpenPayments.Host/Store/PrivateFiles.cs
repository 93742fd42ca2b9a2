namespace OpenPayments.Host.Store;

/// <summary>Folders and files that only the host's own user may read (modes 700 and 600; Windows has its own access lists).</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>An existing folder keeps the mode it has: it may be shared on purpose.</summary>
    public static DirectoryInfo CreateFolder(string folder) =>
        Directory.Exists(folder) || OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnersFolder);

    /// <summary>Creates a file and opens it for writing; throws <see cref="IOException"/> where there is one of that name.</summary>
    public static FileStream CreateNew(string file) => new(file, OperatingSystem.IsWindows()
        ? new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }
        : new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnersFile });

    public static void CreateUnlessThere(string file)
    {
        if (!File.Exists(file)) CreateNew(file).Dispose();
    }
}
