using System.Text;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Jobs;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;
using CcHc.Worker.Tests.Support;

namespace CcHc.Worker.Tests.Jobs.ImportPlans;

/// <summary>Plans dropped into ke-hoach/: one draft and one letter each, whatever happens in between.</summary>
public sealed class ImportPlansJobTest : IAsyncDisposable
{
    private const string Plan =
        "Số: 12/KH-UBND\nMẫu, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH NĂM 2026\nII. NHIỆM VỤ\na) Rà soát văn bản của tỉnh.\n- Cơ quan chủ trì: Sở Tư pháp.\n- Thời gian thực hiện: Quý I/2026.\n"
        + "b) Lập dự toán năm sau.\n- Cơ quan chủ trì: Sở Tài chánh.\n- Thời gian thực hiện: Tháng 9/2026.\n";

    private readonly TestOffice _office = new() { Recipients = new ResultRecipients(["cv@x.example"], []) };

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Run_WritesADraftAndALetter_Once()
    {
        Drop("ke-hoach-cchc.txt", Plan);

        var outcome = await _office.RunAsync(JobDuty.ImportPlans);
        var again = await _office.RunAsync(JobDuty.ImportPlans);

        Assert.Equal((1, 2, 1), (outcome.Counts["new"], outcome.Counts["tasks"], outcome.Counts["letters_queued"]));
        Assert.Equal((0, 0), (again.Counts["new"], again.Counts["letters_queued"]));
        Assert.Equal(["ke-hoach-cchc.xlsx"], Drafts);
        Assert.Contains("2 nhiệm vụ, 1 chỗ cần xem", Letter(), StringComparison.Ordinal);
        var register = RegisterParser.Parse(WorkbookReader.Read(Path.Combine(_office.Output, "du-thao", "ke-hoach-cchc.xlsx"), "so-theo-doi/a.xlsx").Content!);
        Assert.Equal([("Rà soát văn bản của tỉnh", "Sở Tư pháp"), ("Lập dự toán năm sau", "Sở Tài chánh")],
            register.Tasks.Select(task => (task.Text, task.LeadText)));
    }

    [Fact]
    public async Task Run_DoesNotReadAPlanAgain_WhenItIsRenamedOrItsDraftWasMovedAway()
    {
        Drop("a.txt", Plan);
        await _office.RunAsync(JobDuty.ImportPlans);
        File.Move(Path.Combine(_office.Shared, "ke-hoach", "a.txt"), Path.Combine(_office.Shared, "ke-hoach", "b.txt"));
        File.Delete(Path.Combine(_office.Output, "du-thao", "a.xlsx"));

        Assert.Equal(0, (await _office.RunAsync(JobDuty.ImportPlans)).Counts["new"]);
        Assert.Empty(Drafts);
    }

    [Fact]
    public async Task Run_TellsWhyAPlanIsRefused()
    {
        Drop("anh.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("WordDocument\0")]);

        var outcome = await _office.RunAsync(JobDuty.ImportPlans);

        Assert.Equal((JobResult.DoneWithFindings, 1), (outcome.Result, outcome.Counts["refused"]));
        Assert.Contains(".docx", Letter(), StringComparison.Ordinal);
        Assert.Empty(Drafts);
    }

    [Fact]
    public async Task Run_ComparesAChangedPlan_WithTheRegisterInForce()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát văn bản của tỉnh", "Sở Tư pháp", "Quý IV/2026"], ["Mở lớp bồi dưỡng", "Sở Nội vụ", "Quý II/2026"]);
        Drop("dieu-chinh.txt", Plan);
        await _office.RunAsync(JobDuty.ImportPlans);

        var changes = WorkbookReader.Read(Path.Combine(_office.Output, "du-thao", "dieu-chinh.xlsx"), "a.xlsx").Content!.Sheets
            .Single(sheet => sheet.Name == "Thay đổi");
        var words = changes.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text).ToList();
        Assert.All(["đổi thời gian", "nhiệm vụ mới", "không còn"], kind => Assert.Contains(kind, words));
    }

    [Fact]
    public async Task Run_WritesNothing_WhenItIsDry()
    {
        Drop("a.txt", Plan);

        Assert.Equal(1, (await _office.RunAsync(JobDuty.ImportPlans, dryRun: true)).Counts["new"]);
        Assert.Empty(Drafts);
        Assert.Equal(1, (await _office.RunAsync(JobDuty.ImportPlans)).Counts["new"]);
    }

    [Fact]
    public async Task Run_TellsLater_WhatItMayNotTellNow()
    {
        _office.Mode = MailMode.Preview;
        Drop("a.txt", Plan);
        Assert.Equal(0, (await _office.RunAsync(JobDuty.ImportPlans)).Counts["letters_queued"]);

        _office.Mode = MailMode.Pickup;
        Assert.Equal(1, (await _office.RunAsync(JobDuty.ImportPlans)).Counts["letters_queued"]);
        Assert.Equal(["a.xlsx"], Drafts);
    }

    private string[] Drafts => Directory.Exists(Path.Combine(_office.Output, "du-thao"))
        ? [.. Directory.EnumerateFiles(Path.Combine(_office.Output, "du-thao")).Select(path => Path.GetFileName(path)!)] : [];

    private void Drop(string name, string text) => Drop(name, Encoding.UTF8.GetBytes(text));

    private void Drop(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.Combine(_office.Shared, "ke-hoach"));
        File.WriteAllBytes(Path.Combine(_office.Shared, "ke-hoach", name), bytes);
    }

    /// <summary>The plain text of the one letter.</summary>
    private string Letter()
    {
        var message = File.ReadAllText(Assert.Single(_office.Letters));
        var part = message[message.IndexOf("text/plain", StringComparison.Ordinal)..];
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Encoding.UTF8.GetString(
            Convert.FromBase64String(body[..body.IndexOf("--", StringComparison.Ordinal)].Replace("\r\n", "", StringComparison.Ordinal)));
    }
}
