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
    /// <summary>A file no program can read may still be on its way here; only when nobody touched it for so long it is refused.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

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
            var (name, outcome) = (folder.NameOf(path), WorkbookSnapshot.Take(path));
            if (outcome.Snapshot is not { } snapshot)
            {
                if (outcome.IsTemporary)
                {
                    notYet++;
                }
                else if (OfUnread(path, name) is var hash && !known.Contains((name, hash)))
                {
                    var refused = AnswerSheetReader.OfUnreadable(name, hash, [outcome.Refusal!.At(name, null, null)], expected);
                    taken.Add(refused);
                    await KeepAsync(refused, default, run, cancellationToken);
                }
            }
            else if (!known.Contains((name, snapshot.Hash)))
            {
                var read = Read(snapshot, name, expected);
                if (read.IsRefused && clock.Now - new DateTimeOffset(snapshot.ChangedAtUtc, TimeSpan.Zero) < Settling && read.Findings.Any(finding => finding.Code is "workbook-damaged" or "workbook-unknown" or "file-empty"))
                {
                    notYet++;
                    continue;
                }

                taken.Add(read);
                answers += await KeepAsync(read, snapshot.Bytes, run, cancellationToken);
            }
        }

        return new TakenAnswers(files.Count, taken, notYet, answers);
    }

    /// <param name="sender">Whose mailbox a sheet came from; null for a dropped one.</param>
    public AnswerExpectations Expected(OfficeReading reading, DateOnly today, Agency? sender) =>
        new(reading.Directory, reading.Assess(rules.Assessment(reading.Calendar), today), today) { Sender = sender };

    public static AnswerSheetReading Read(WorkbookSnapshot snapshot, string name, AnswerExpectations expected)
    {
        var read = WorkbookReader.Read(snapshot, name);
        return read.Content is { } content
            ? AnswerSheetReader.Read(content, expected, read.Findings)
            : AnswerSheetReader.OfUnreadable(name, snapshot.Hash, [read.Refusal!, .. read.Findings], expected);
    }

    private async Task<int> KeepAsync(AnswerSheetReading read, ReadOnlyMemory<byte> bytes, JobContext run, CancellationToken cancellationToken) => run.DryRun ? read.Statements.Count
        : await store.PutAsync(new AnswerFile(read, AnswerOrigin.Folder, clock.Now, read.AgencyCode is null ? ReceiptState.None : ReceiptState.Due), bytes, cancellationToken);

    /// <summary>What is not read is told apart by its size and time.</summary>
    private static string OfUnread(string path, string name)
    {
        var file = new FileInfo(path);
        var told = FormattableString.Invariant($"{name} {(file.Exists ? file.Length : 0)} {file.LastWriteTimeUtc.Ticks}");
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(told)));
    }
}
