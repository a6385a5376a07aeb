using System.CommandLine;
using CcHc.Adapters.Documents;
using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Plans;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Plans;
using CcHc.Core.Registers;
using CcHc.Office;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs;

/// <summary>import: an issued plan → a draft register with what is doubtful; the plan itself is only read.</summary>
public static class ImportVerb
{
    public static Command Create(Screen screen)
    {
        var plan = new Argument<string>("plan") { Description = "The plan: .docx, .pdf with text, or .txt." };
        var target = new Option<string?>("--out") { Description = "The register to write; default: the plan's name with .xlsx, beside it." };
        var year = new Option<int?>("--year") { Description = "The plan's year, where the plan itself does not say it." };
        var directory = new Option<string?>("--directory") { Description = "The directory workbook; default: danh-ba-co-quan.xlsx beside or above the plan." };
        var against = new Option<string?>("--against") { Description = "The register in force, to list what a changed plan changes." };
        var command =
            new Command("import", "Turn an issued plan (Word, PDF, text) into a draft register to be checked.") { plan, target, year, directory, against };
        command.SetAction(parsed =>
        {
            var path = UsageException.ExistingFile(parsed.GetValue(plan)!);
            var today = new OfficeClock(TimeProvider.System).Today;
            var read = PlanDocumentReader.Read(SharedFile.ReadAllBytes(path), Path.GetFileName(path));
            if (read.Document is not { } document)
            {
                screen.Error($"cchc: {read.Refusal!.File}: {read.Refusal.Message} {read.Refusal.Remedy} ({read.Refusal.Code})");
                return ExitCode.Failed;
            }

            var agencies = (parsed.GetValue(directory) ?? SharedFolder.DirectoryAbove(Path.GetDirectoryName(Path.GetFullPath(path)))) is { } list
                ? new AgencyExpressions(new AgencyDirectory(DirectoryFile.Read(list)), today)
                : null;
            var review = PlanReview.Of(document, PlanReader.Read(document, parsed.GetValue(year)), agencies);
            var written = PlanRegisterWriter.Write(review, Province(review), today, parsed.GetValue(target)
                ?? Path.ChangeExtension(path, ".xlsx"), Changes(review, parsed.GetValue(against)));
            Print(screen, review, written);
            return review.Doubts > 0 ? ExitCode.DoneWithFindings : ExitCode.Done;
        });
        return command;
    }

    private static PlanDifferences? Changes(PlanReview review, string? register)
    {
        if (register is null)
        {
            return null;
        }

        var read = WorkbookReader.Read(UsageException.ExistingFile(register), Path.GetFileName(register));
        var content = read.Content ?? throw new UsageException($"{register}: {read.Refusal!.Message} {read.Refusal.Remedy}");
        return PlanComparison.Find(review.Reading.Tasks, RegisterParser.Parse(content).Tasks)
            ?? throw new UsageException($"{register}: too few of the plan's tasks stand in it to compare the two.");
    }

    private static string Province(PlanReview review) => review.Reading.Header.Province is { Length: > 0 } province ? province : "tỉnh ……………";

    private static void Print(Screen screen, PlanReview review, string written)
    {
        foreach (var line in review.Lines.Where(line => !line.IsHint))
        {
            screen.Line(FormattableString.Invariant($"  {(line.Task is { } task ? $"dòng {task}, " : "")}{line.Where}: {line.Message} {line.Remedy}"));
        }

        screen.Line(FormattableString.Invariant($"{review.Reading.Tasks.Count} tasks, {review.Doubts} places to look at: {written}"));
    }
}
