using System.Text;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Calendars;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Worker.Jobs;
using CcHc.Worker.Jobs.ReadMailbox;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Jobs.ReadMailbox;

public sealed class MailedReportTest
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [InlineData(true, 1, "Văn bản kèm theo đã lưu: “báo cáo ký số.pdf”.")]
    [InlineData(false, 0, "")]
    public async Task ASignedPaperMailedBesideAForm_IsKeptWithTheReport(bool hasForm, int papers, string words)
    {
        await using var office = new ReportOffice();
        office.Office.Mailbox = new MailboxSettings { Host = "memory", User = "cchc", AuthservId = IncomingKinds.AuthservId, ReceiptsPerDay = 100 };
        await office.IssueAsync();
        office.On(6, 15);
        var form = office.Form("STP").FillAll().Save(ReportOffice.At(6, 15));

        await using var host = await office.Office.OpenAsync();
        var mailbox = new MemoryMailbox();
        mailbox.Deliver(Message(hasForm ? ("STP.xlsx", Workbook, form)
            : ("thu.txt", "text/plain", "x"u8.ToArray()), ("báo cáo ký số.pdf", "application/pdf", "%PDF-1.7\n%%EOF"u8.ToArray())));
        var job = ActivatorUtilities.CreateInstance<ReadMailboxJob>(host.Services, mailbox);
        await job.RunAsync(new JobContext(Guid.NewGuid().ToString("N"), OfficeTime.DayOf(office.Now), false, new Progress<(int, int)>()),
            CancellationToken.None);

        var kept = await host.Services.GetRequiredService<ReportPapers>().ListAsync();
        Assert.Equal(papers, kept.Count);
        Assert.All(kept, paper => Assert.Equal(("2026-6T", "STP"), (paper.PeriodCode, paper.AgencyCode)));
        await office.CollectAsync();
        var receipts = await office.LettersAsync("report-receipt");
        Assert.Equal(papers, receipts.Count);
        Assert.All(receipts, receipt => Assert.Contains(words, receipt.Text, StringComparison.Ordinal));
    }

    private static byte[] Message(params (string Name, string Type, byte[] Bytes)[] files)
    {
        var text =
            new StringBuilder(
                "From: stp@x.example\nSubject: Bao cao\nMessage-ID: <report@x.example>\nAuthentication-Results: mx.tinh.example; dkim=pass header.d=x.example; dmarc=pass header.from=x.example\n")
                .Append("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nGửi kèm.\n");
        foreach (var (name, type, bytes) in files)
        {
            var encoded = $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}?=";
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"--b\nContent-Type: {type}; name=\"{encoded}\"\nContent-Disposition: attachment; filename=\"{encoded}\"\nContent-Transfer-Encoding: base64\n\n")
                .Append(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.Append("--b--\n").ToString().Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "\r\n", StringComparison.Ordinal));
    }
}
