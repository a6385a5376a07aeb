using CcHc.Adapters.Sharing;
using CcHc.Adapters.Workbooks;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;

namespace CcHc.Worker.Jobs.ReadRegisters;

/// <summary>What was read from given files, outside any office.</summary>
public sealed record CheckedFiles(IReadOnlyList<TaskUnderstanding> Tasks, IReadOnlyList<Finding> Findings)
{
    /// <summary>Findings an office said are right as they are.</summary>
    public IReadOnlyList<Finding> Accepted { get; init; } = [];
}

/// <summary>Reads single registers, directories and lists of days off that somebody names, wherever they lie.</summary>
public sealed class FileReader(SteadyReader reader)
{
    /// <param name="directoryPath">Null looks for danh-ba-co-quan.xlsx beside a file or in the folders above; without one, agencies are left as words.</param>
    /// <exception cref="FileNotFoundException">A named path does not exist.</exception>
    public async Task<CheckedFiles> ReadAsync(IEnumerable<string> paths, string? directoryPath, DateOnly today, CancellationToken cancellationToken)
    {
        var tasks = new List<TaskUnderstanding>();
        var findings = new List<Finding>();
        var directories = new Dictionary<string, AgencyExpressions?>(StringComparer.Ordinal);
        foreach (var path in paths.SelectMany(Expand))
        {
            var read = await reader.ReadAsync(path, Path.GetFileName(path), OneFile.Of, cancellationToken);
            findings.AddRange([.. read.Findings, .. read.Said?.Findings ?? []]);
            if (read.Said?.Register is not { } register)
            {
                continue;
            }

            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if (!directories.TryGetValue(folder, out var agencies))
            {
                directories[folder] = agencies = await AgenciesForAsync(folder, directoryPath, today, findings, cancellationToken);
            }

            foreach (var task in register.Tasks)
            {
                var understood = TaskUnderstanding.Of(task, agencies);
                tasks.Add(understood);
                findings.AddRange(understood.Findings(today));
            }
        }

        return new CheckedFiles(tasks, findings);
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path)
            ? FolderFiles.List(path, "*.xls*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal))
            : [path];

    /// <summary>A file by what it is: a directory or a list of days off is known by its name, anything else is a register.</summary>
    private sealed record OneFile(RegisterReading? Register, IReadOnlyList<Finding> Findings)
    {
        public static OneFile Of(WorkbookContent content)
        {
            if (content.FileName.StartsWith("danh-ba", StringComparison.OrdinalIgnoreCase))
            {
                return new OneFile(null, DirectoryReader.Read(content).Findings);
            }

            if (content.FileName.StartsWith("lich-nghi", StringComparison.OrdinalIgnoreCase))
            {
                return new OneFile(null, HolidayReader.Read(content).Findings);
            }

            var register = RegisterParser.Parse(content);
            return new OneFile(register, register.Findings);
        }
    }

    private async Task<AgencyExpressions?> AgenciesForAsync(string folder, string? given, DateOnly today, List<Finding> findings, CancellationToken cancellationToken)
    {
        if ((given ?? SharedFolder.DirectoryAbove(folder)) is not { } path)
        {
            return null;
        }

        var read = await reader.ReadAsync(path, Path.GetFileName(path), DirectoryReader.Read, cancellationToken);
        findings.AddRange(read.Findings);
        return read.Said is { } directory ? new AgencyExpressions(new AgencyDirectory(directory.Agencies), today) : null;
    }
}
