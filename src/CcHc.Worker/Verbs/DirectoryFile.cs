using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Workbooks.Lists;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs;

/// <summary>The directory workbook a verb is told to use.</summary>
internal static class DirectoryFile
{
    public static string DefaultPath(string? jobsPath)
    {
        var office = JobsFileReader.Read(jobsPath!);
        return new SharedFolder(office.SharedFolder, office.OutputFolder).DirectoryFile;
    }

    /// <exception cref="UsageException">The file cannot be read, or lists no agency.</exception>
    public static IReadOnlyList<Agency> Read(string path)
    {
        var read = WorkbookReader.Read(UsageException.ExistingFile(path), Path.GetFileName(path));
        var agencies = read.Content is { } content
            ? DirectoryReader.Read(content).Agencies
            : throw new UsageException($"{path}: {read.Refusal!.Message} {read.Refusal.Remedy}");
        return agencies.Count > 0
            ? agencies : throw new UsageException($"{path}: no agency was found. The first sheet needs the columns Mã, Tên cơ quan, Nhóm, Email.");
    }
}
