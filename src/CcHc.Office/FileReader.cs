using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Lists;
using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Columns;
using CcHc.Core.Registers.Reading;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;

namespace CcHc.Office;

/// <summary>What was read from given files, outside any office.</summary>
public sealed record CheckedFiles(IReadOnlyList<InterpretedTask> Tasks, IReadOnlyList<Finding> Findings)
{
    /// <summary>Findings an office said are right as they are.</summary>
    public IReadOnlyList<Finding> Accepted { get; init; } = [];
}

/// <summary>Reads single registers, directories and lists of days off that somebody names, wherever they lie.</summary>
public sealed class FileReader(FallbackWorkbookReader reader)
{
    /// <param name="directoryPath">Null looks for danh-ba-co-quan.xlsx beside a file or in the folders above; without one, agencies are left as words.</param>
    /// <exception cref="FileNotFoundException">A named path does not exist.</exception>
    public async Task<CheckedFiles> ReadAsync(IEnumerable<string> paths, string? directoryPath, DateOnly today, CancellationToken cancellationToken)
    {
        var tasks = new List<InterpretedTask>();
        var findings = new List<Finding>();
        var directories = new Dictionary<string, (AgencyExpressions Expressions, AgencyDirectory Directory)?>(StringComparer.Ordinal);
        foreach (var path in paths.SelectMany(Expand))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            (AgencyExpressions Expressions, AgencyDirectory Directory)? agencies = null;
            if (!OneFile.IsList(Path.GetFileName(path)) && !directories.TryGetValue(folder, out agencies))
            {
                if (directories.Count == 0)
                {
                    ReadyParser.Begin();
                }

                directories[folder] = agencies = await AgenciesForAsync(folder, directoryPath, today, findings, cancellationToken);
            }

            var hints = new ReadingHints(agencies?.Directory, ColumnAnswers.None, folder);
            var read = await reader.ReadAsync(path, Path.GetFileName(path), content => OneFile.Of(content, hints), cancellationToken, folder);
            findings.AddRange([.. read.Findings, .. read.Content?.Findings ?? []]);
            if (read.Content?.Register is not { } register)
            {
                continue;
            }

            foreach (var task in register.Tasks)
            {
                var understood = InterpretedTask.Of(task, agencies?.Expressions);
                tasks.Add(understood);
                findings.AddRange(understood.Findings(today));
            }
        }

        return new CheckedFiles(tasks, findings);
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path)
            ? FolderFiles.List(path, "*", SearchOption.AllDirectories).Where(RegisterFolder.IsReadable)
            : [path];

    /// <summary>A file by what it is: a directory or a list of days off is known by its name, anything else is a register.</summary>
    private sealed record OneFile(RegisterReading? Register, IReadOnlyList<Finding> Findings)
    {
        private const string Directory = "danh-ba";
        private const string Holidays = "lich-nghi";

        /// <summary>True for the name of a directory or a list of days off.</summary>
        public static bool IsList(string fileName) =>
            fileName.StartsWith(Directory, StringComparison.OrdinalIgnoreCase) || fileName.StartsWith(Holidays, StringComparison.OrdinalIgnoreCase);

        public static OneFile Of(WorkbookContent content, ReadingHints hints)
        {
            if (content.FileName.StartsWith(Directory, StringComparison.OrdinalIgnoreCase))
            {
                return new OneFile(null, DirectoryReader.Read(content).Findings);
            }

            if (content.FileName.StartsWith(Holidays, StringComparison.OrdinalIgnoreCase))
            {
                return new OneFile(null, HolidayReader.Read(content).Findings);
            }

            var register = RegisterParser.Parse(content, hints: hints);
            return new OneFile(register, register.Findings);
        }
    }

    private async Task<(AgencyExpressions Expressions, AgencyDirectory Directory)?> AgenciesForAsync(string folder, string? given, DateOnly today,
        List<Finding> findings, CancellationToken cancellationToken)
    {
        if ((given ?? SharedFolder.DirectoryAbove(folder)) is not { } path)
        {
            return null;
        }

        var read = await reader.ReadAsync(path, Path.GetFileName(path), DirectoryReader.Read, cancellationToken);
        findings.AddRange(read.Findings);
        return read.Content is { } said && new AgencyDirectory(said.Agencies) is var directory ? (new AgencyExpressions(directory, today), directory) : null;
    }
}
