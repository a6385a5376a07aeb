using System.Security.Cryptography;
using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Mailbox;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Core.Mail.Incoming;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Sheets;
using CcHc.Office;
using CcHc.Worker.Jobs.CollectAnswers;
using CcHc.Worker.Jobs.CollectReports;

namespace CcHc.Worker.Jobs.ReadMailbox;

/// <summary>What the files of a message came to.</summary>
internal sealed record MailedFilesTaken(
    IReadOnlyList<JudgedFile> Files, IReadOnlyList<(AnswerFile File, byte[] Bytes)> Answers, IReadOnlyList<(SubmittedFile File, byte[] Bytes)> Reports,
    Agency? Agency)
{
    /// <summary>Papers beside a form of the same message.</summary>
    public IReadOnlyList<(ReportPaper Paper, byte[] Bytes)> Papers { get; init; } = [];
}

/// <summary>
/// Opens the workbooks of an agency's message (tệp gửi kèm thư): answer sheets and report forms are taken in as dropped ones are, everything else is kept
/// beside them.
/// </summary>
public sealed class MailedFiles(AnswerIntake answers, ReportIntake reports, OfficeClock clock)
{
    private const int MostWorkbooks = 10;
    private const string Kept = "Giữ kèm thư.";

    private static readonly HashSet<string> WorkbookEndings = new(StringComparer.OrdinalIgnoreCase) { ".xlsx", ".xlsm", ".xls", ".ods", ".xltx", ".xlsb" };

    /// <param name="senders">For whom the message speaks.</param>
    /// <param name="receipt">Whether what is taken in is answered.</param>
    internal async Task<MailedFilesTaken> TakeAsync(
        IncomingMail mail, IReadOnlyList<Agency> senders, ReceiptState receipt, MailboxRound round, CancellationToken cancellationToken)
    {
        var (files, sheets, forms) = (new List<JudgedFile>(), new List<(AnswerFile, byte[])>(), new List<(SubmittedFile, byte[])>());
        Agency? speaker = null;
        var opened = 0;
        foreach (var file in mail.Files)
        {
            var became = file.LeftOut.Length > 0 ? file.LeftOut : Kept;
            if (file.LeftOut.Length == 0 && IsWorkbook(file) && opened++ < MostWorkbooks)
            {
                var snapshot = WorkbookSnapshot.Of(file.Bytes, clock.Now.UtcDateTime);
                foreach (var sender in senders)
                {
                    // A name that cannot meet a dropped file's: below "thu/" no folder lies.
                    var name = $"thu/{sender.Code}/{mail.Hash[..12]}/{SafeFileName.OfFile(file.Name)}";
                    if (await JudgeAsync(snapshot, name, sender) is { } judged)
                    {
                        (became, speaker) = (judged, sender);
                        break;
                    }
                }
            }

            files.Add(new JudgedFile(file, became));
        }

        var papers = new List<(ReportPaper, byte[])>();
        if (forms.Select(form => form.Item1).FirstOrDefault(form => form.PeriodCode.Length > 0 && form.AgencyCode.Length > 0) is { } report)
        {
            foreach (var (index, judged) in files.Index().Where(file => file.Item.Became == Kept && PaperFormat.IsPaper(file.Item.File.Bytes)).ToList())
            {
                var name = $"thu/{report.AgencyCode}/{mail.Hash[..12]}/{SafeFileName.OfFile(judged.File.Name)}";
                var hash = Convert.ToHexStringLower(SHA256.HashData(judged.File.Bytes));
                papers.Add((new ReportPaper(name, hash, report.PeriodCode, report.AgencyCode, clock.Now, clock.Now, receipt), judged.File.Bytes));
                files[index] = judged with { Became = "Văn bản kèm theo báo cáo kỳ." };
            }
        }

        return new MailedFilesTaken(files, sheets, forms, speaker ?? (senders.Count == 1 ? senders[0] : null)) { Papers = papers };

        async Task<string?> JudgeAsync(WorkbookSnapshot snapshot, string name, Agency sender)
        {
            var read = WorkbookReader.Read(snapshot, name);
            if (read.Content is null)
            {
                // Protected, damaged or too large: the agency meant something by it, and is told what to do.
                var unread = AnswerSheetReader.OfUnreadable(name, snapshot.Hash, [read.Refusal!, .. read.Findings], round.Expected(answers, sender));
                sheets.Add((new AnswerFile(unread, AnswerOrigin.Mail, clock.Now, receipt), snapshot.Bytes.ToArray()));
                return "Không mở được: " + read.Refusal!.Message;
            }

            if (AnswerSheetReader.IsAnswerSheet(read.Content))
            {
                return Sheet(read.Content, read.Findings, sender, snapshot);
            }

            if (read.Content.IsOwnOutput && !HasForm(read.Content))
            {
                return null;
            }

            var form = await reports.ReadMailedAsync(snapshot, name, await round.ReportsAsync(reports, cancellationToken), receipt, cancellationToken);
            if (form.Reading.Findings.Any(finding => finding.Code is "report-not-a-form" or SubmissionReader.NothingFilledIn)
                || IsOthers(form.Reading.Findings.Select(finding => finding.Code), senders))
            {
                return null;
            }

            forms.Add((form, snapshot.Bytes.ToArray()));
            return form.Reading.IsRefused ? "Báo cáo kỳ, chưa dùng được." : "Báo cáo kỳ, đã tiếp nhận.";
        }

        string? Sheet(WorkbookContent content, IReadOnlyList<Core.Findings.Finding> found, Agency sender, WorkbookSnapshot snapshot)
        {
            var sheet = AnswerSheetReader.Read(content, round.Expected(answers, sender), found);
            if (sheet.Findings.Any(finding => finding.Code == AnswerSheetReader.NothingFilledIn)
                || IsOthers(sheet.Findings.Select(finding => finding.Code), senders))
            {
                return null;
            }

            sheets.Add((new AnswerFile(sheet, AnswerOrigin.Mail, clock.Now, receipt), snapshot.Bytes.ToArray()));
            return FormattableString.Invariant(
                $"Phiếu trả lời: {sheet.Statements.Count} nhiệm vụ{(sheet.IsRefused ? ", chưa dùng được" : sheet.IsPartly ? ", còn chỗ phải sửa" : "")}.");
        }
    }

    /// <summary>Of agencies that share an address the right one is sought.</summary>
    private static bool IsOthers(IEnumerable<string> codes, IReadOnlyList<Agency> senders) =>
        senders.Count > 1 && codes.Any(code => code is "answer-other-agency" or "report-other-agency");

    private static bool HasForm(WorkbookContent content) => content.Sheets.Any(sheet => sheet.Name == Core.PeriodReports.Forms.FormLayout.HiddenSheet);

    private static bool IsWorkbook(IncomingFile file) =>
        WorkbookEndings.Contains(Path.GetExtension(file.Name)) || file.MediaType.Contains("spreadsheet", StringComparison.OrdinalIgnoreCase)
            || file.MediaType.Contains("ms-excel", StringComparison.OrdinalIgnoreCase);
}
