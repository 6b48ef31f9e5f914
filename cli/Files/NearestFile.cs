namespace Benchmarking.CommandLine.Files;

internal static class NearestFile
{
    /// <summary>The file or folder of this relative name in the directory or the nearest one above it, or null.</summary>
    public static string? Find(string directory, string relative)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, relative);
            if (Path.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
