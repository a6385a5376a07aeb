using CcHc.Core.Findings;
using CcHc.Core.StatusReport;

namespace CcHc.Dashboard.Pages.Registers;

/// <summary>One file of the office (tệp): what was read from it and what is wrong with it.</summary>
/// <param name="Source">Null when nothing of it could be read.</param>
public sealed record RegisterLine(string File, SourceFile? Source, int Errors, int Warnings, int Notes)
{
    /// <summary>Every file that was read or has findings; those with errors first, then by name.</summary>
    public static IReadOnlyList<RegisterLine> Of(IReadOnlyList<SourceFile> sources, IReadOnlyList<Finding> findings)
    {
        var (byFile, known) = (findings.ToLookup(finding => finding.File, StringComparer.Ordinal), sources.DistinctBy(source => source.File)
            .ToDictionary(source => source.File, StringComparer.Ordinal));
        return
        [
            .. known.Keys.Union(byFile.Select(group => group.Key), StringComparer.Ordinal)
                .Select(
                    file => new RegisterLine(file, known.GetValueOrDefault(file), Count(file, Severity.Error), Count(file, Severity.Warning),
                        Count(file, Severity.Info)))
                .OrderByDescending(line => line.Errors > 0).ThenBy(line => line.File, StringComparer.Ordinal),
        ];

        int Count(string file, Severity severity) => byFile[file].Count(finding => finding.Severity == severity);
    }
}
