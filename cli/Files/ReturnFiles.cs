namespace Benchmarking.CommandLine.Files;

/// <summary>The returns found under some paths, and what was found there and is none, with the reason.</summary>
internal sealed record ReturnFiles(IReadOnlyList<ReturnFile> Returns, IReadOnlyList<string> PassedOver)
{
    // A link could lead round in a circle or out of the folder.
    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    /// <summary>A file named outright must be a return; a folder may hold other things, which are passed over.</summary>
    public static ReturnFiles Under(IEnumerable<string> paths, string directory)
    {
        var found = new List<ReturnFile>();
        var passedOver = new List<string>();
        foreach (var path in paths.Select(path => Path.GetFullPath(path, directory)))
        {
            if (Directory.Exists(path))
            {
                AddFolder(path, found, passedOver);
            }
            else
            {
                found.Add(Single(path, null, null, null));
            }
        }

        RefuseTwins(found);
        return new ReturnFiles(found, passedOver);
    }

    public static ReturnFile Single(string path, string? council, string? year, string? kind)
    {
        if (!File.Exists(path))
        {
            throw CommandFailedException.Usage($"There is no file or folder {path}");
        }

        return ReturnAddress.TryParse(path, council, year, kind, out var address, out var reason)
            ? new ReturnFile(path, address)
            : throw CommandFailedException.Usage(
                $"{path}: {reason}.\nA return's path ends in {{council}}/{{year}}/{{kind}}.csv or .xlsx.");
    }

    private static void AddFolder(string folder, List<ReturnFile> found, List<string> passedOver)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", Walk).Order(StringComparer.Ordinal))
        {
            if (ReturnAddress.TryParse(path, out var address, out var reason))
            {
                found.Add(new ReturnFile(path, address));
            }
            else
            {
                passedOver.Add($"{Path.GetRelativePath(folder, path)}: {reason}");
            }
        }
    }

    // The service keeps one return of a kind; which of two files would be last is chance.
    private static void RefuseTwins(List<ReturnFile> found)
    {
        var twins = found.GroupBy(file => file.Address.Return).FirstOrDefault(group => group.Count() > 1);
        if (twins is not null)
        {
            var names = string.Join("\n", twins.Select(file => file.Path));
            throw CommandFailedException.Usage($"Two files for the same return, send one of them:\n{names}");
        }
    }
}
