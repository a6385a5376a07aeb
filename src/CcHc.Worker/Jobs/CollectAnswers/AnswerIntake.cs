using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Office;

namespace CcHc.Worker.Jobs.CollectAnswers;

/// <summary>What one look into tra-loi brought.</summary>
/// <param name="NotYetReadable">Locked or still being copied: looked at again in the next round.</param>
public sealed record TakenAnswers(int Files, IReadOnlyList<AnswerSheetReading> New, int NotYetReadable, int Answers)
{
    public int Refused => New.Count(one => one.IsRefused);
}

/// <summary>Reads every answer sheet whose content was not seen under its name before (tiếp nhận phiếu trả lời), and keeps it with what it says.</summary>
public sealed class AnswerIntake(SharedFolder folder, AnswerStore store, OfficeRules rules, OfficeClock clock)
{
    public async Task<TakenAnswers> TakeAsync(OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        var files = ReportFolder.ListAnswers(folder);
        if (files.Count == 0 || reading.Directory.Agencies.Count == 0)
        {
            // Without the directory every sheet would be a stranger's, and stay one.
            return new TakenAnswers(files.Count, [], files.Count, 0);
        }

        var (known, expected) = (await store.KnownAsync(cancellationToken), Expected(reading, run.Today, null));
        var taken = new List<AnswerSheetReading>();
        var (notYet, answers) = (0, 0);
        foreach (var path in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = folder.NameOf(path);
            if (SubmittedFileCopy.Take(path) is not { } copy)
            {
                notYet++;
            }
            else if (!known.Contains((name, copy.Hash)))
            {
                var read = Read(copy, name, expected);
                if (read.IsRefused && copy.MayStillBeComing(read.Findings, clock.Now))
                {
                    notYet++;
                }
                else
                {
                    taken.Add(read);
                    answers += await KeepAsync(read, copy.Bytes, run, cancellationToken);
                }
            }
        }

        return new TakenAnswers(files.Count, taken, notYet, answers);
    }

    /// <param name="sender">Whose mailbox a sheet came from; null for a dropped one.</param>
    public AnswerExpectations Expected(OfficeReading reading, DateOnly today, Agency? sender) =>
        new(reading.Directory, reading.Assess(rules.Assessment(reading.Calendar), today), today) { Sender = sender };

    private static AnswerSheetReading Read(SubmittedFileCopy copy, string name, AnswerExpectations expected) => copy.Read(
        snapshot => WorkbookReader.Read(snapshot, name) is var read && read.Content is { } content
            ? AnswerSheetReader.Read(content, expected, read.Findings)
            : AnswerSheetReader.OfUnreadable(name, copy.Hash, [read.Refusal!, .. read.Findings], expected),
        refusal => AnswerSheetReader.OfUnreadable(name, copy.Hash, [refusal.At(name, null, null)], expected));

    private async Task<int> KeepAsync(AnswerSheetReading read, ReadOnlyMemory<byte> bytes, JobContext run, CancellationToken cancellationToken) =>
        run.DryRun ? read.Statements.Count
            : await store.PutAsync(new AnswerFile(read, AnswerOrigin.Folder, clock.Now, read.AgencyCode is null ? ReceiptState.None : ReceiptState.Due), bytes,
                cancellationToken);
}
