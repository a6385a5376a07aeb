using System.Text.RegularExpressions;

namespace CcHc.Core.Tests.Structure;

/// <summary>A source file: its folder as a namespace says it, and the namespaces it takes names from.</summary>
internal sealed record SourceFile(string Path, string Folder, IReadOnlyList<string> Uses);

/// <summary>
/// Which folder of the sources needs which beside it. A folder is known by its namespace; what a file needs, by its using directives and its full names.
/// </summary>
internal sealed partial class FolderGraph
{
    // Neighbours by their common parent: "CcHc.Core" has the step "Reminders → Obligations", with the files that take it.
    private readonly Dictionary<string, Dictionary<(string From, string To), List<string>>> _steps = [];

    public FolderGraph(IReadOnlyCollection<SourceFile> sources)
    {
        var folders = sources.Select(source => source.Folder).ToHashSet(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var used in source.Uses.Select(name => FolderOf(name, folders)).OfType<string>().Distinct())
            {
                Add(source.Path, source.Folder.Split('.'), used.Split('.'));
            }
        }
    }

    /// <summary>Reads the using directives and the full names of our own namespaces; comments take nothing.</summary>
    public static SourceFile Read(string path, string text)
    {
        var code = Comment().Replace(text, "");
        return new SourceFile(path, Namespace().Match(code).Groups["name"].Value, [.. FullName().Matches(code).Select(match => match.Value).Distinct()]);
    }

    /// <summary>One line for each pair of neighbours that need each other, directly or round several corners, with a file for each direction.</summary>
    public IReadOnlyList<string> Cycles() =>
    [
        .. from parent in _steps
           let steps = parent.Value.Keys.ToLookup(step => step.From, step => step.To)
           from step in parent.Value
           where Reaches(steps, step.Key.To, step.Key.From)
           orderby parent.Key, step.Key.From, step.Key.To
           select $"{parent.Key}: {step.Key.From} -> {step.Key.To} ({string.Join(", ", step.Value.Take(3))})",
    ];

    private void Add(string path, string[] from, string[] to)
    {
        var shared = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        if (shared == from.Length || shared == to.Length)
        {
            // A folder and what lies inside it are one feature.
            return;
        }

        var parent = string.Join('.', from.Take(shared));
        var steps = _steps.TryGetValue(parent, out var known) ? known : _steps[parent] = [];
        var files = steps.TryGetValue((from[shared], to[shared]), out var taken) ? taken : steps[(from[shared], to[shared])] = [];
        files.Add(path);
    }

    // The longest part of the name that is a folder; the rest is a type and its members.
    private static string? FolderOf(string name, HashSet<string> folders)
    {
        for (var part = name; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOf('.'))])
        {
            if (folders.Contains(part))
            {
                return part;
            }
        }

        return null;
    }

    private static bool Reaches(ILookup<string, string> steps, string from, string to)
    {
        var (seen, next) = (new HashSet<string> { from }, new Stack<string>([from]));
        while (next.TryPop(out var folder))
        {
            if (folder == to)
            {
                return true;
            }

            foreach (var beyond in steps[folder].Where(seen.Add))
            {
                next.Push(beyond);
            }
        }

        return false;
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@?namespace (?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\bCcHc(?:\.[A-Z]\w*)+", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();
}
