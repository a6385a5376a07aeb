using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Core.Tests.Support;
using CcHc.Core.Wording;

namespace CcHc.Core.Tests.Reminders;

public class LetterWriterTest
{
    private static readonly LetterSettings Settings = new("tỉnh Mẫu", Given.HomeAffairs, new LetterWording(
        blanks => $"{blanks["agency"]}: {blanks["counts"]}", blanks => $"Kính gửi: {blanks["agency"]}", _ => "Mở đầu", _ => "Đề nghị", _ => "Ký"));

    [Fact]
    public void WriteAll_WritesNothing_WhenThereIsNothingToRemind() => Assert.Empty(LetterWriter.WriteAll([], Settings, Given.Day("2026-06-15")));

    [Fact]
    public void WriteAll_PutsTheWorstFirst()
    {
        var letter = Letters("2026-06-15", "Quý II/2026", "Ngày 01/6/2026", "Ngày 15/6/2026")[0];
        Assert.Equal([-10, 0, 11], letter.Reminders.Select(r => r.Assessed.Standing.WorkingDaysLeft!.Value));
        Assert.Equal("Sở Tư pháp: 1 việc quá hạn, 1 việc đến hạn hôm nay, 1 việc chưa đến hạn", letter.Subject);
    }

    [Fact]
    public void WriteAll_SaysOnceWhatIsOwedForTwoPeriodsByOneDay()
    {
        var owed = Given.Assessed("Ngày 18/6/2026", "2026-06-15");
        IReadOnlyList<Reminder> twice =
            [new(owed, new ReminderStage(-3)), new(owed with { Obligation = owed.Obligation with { MilestoneKey = "6 tháng" } }, new ReminderStage(-3))];
        var letter = Assert.Single(LetterWriter.WriteAll(twice, Settings, Given.Day("2026-06-15")));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(letter.Text, "Hạn: "));
        Assert.Contains("Gồm 2 đầu việc cùng nội dung, cùng hạn", letter.Text, StringComparison.Ordinal);
        Assert.Equal(2, letter.Reminders.Count);
        Assert.DoesNotContain("Gồm", Assert.Single(LetterWriter.WriteAll([twice[0]], Settings, Given.Day("2026-06-15"))).Text, StringComparison.Ordinal);
    }

    /// <summary>On a telephone each repeated line is a line to scroll past.</summary>
    [Fact]
    public void WriteAll_NamesARegisterAndItsSheetOnce_AndLaterTheFirstTaskOfIt()
    {
        var letter = Letters("2026-06-15", "Ngày 16/6/2026", "Ngày 18/6/2026", "Ngày 22/6/2026")[0];
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(letter.Text, "Sổ ke-hoach.xlsx, trang “Phụ lục”, TT 1, dòng 12"));
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Matches(letter.Text, "Cùng trang sổ với việc 1, TT 1, dòng 12\n").Count);
    }

    [Fact]
    public void WriteAll_TellsTheHead_InAShortLetterOfItsOwn_OnlyWhenALineIsLateEnough()
    {
        Assert.Equal(["stp@x.example"], Assert.Single(Letters("2026-06-08", "Ngày 01/6/2026")).To);
        var letters = Letters("2026-06-15", "Ngày 01/6/2026", "Quý II/2026");
        Assert.Equal([["stp@x.example"], ["giamdoc.stp@x.example"]], letters.Select(letter => letter.To));
        Assert.True(letters[1].IsToHead);
        Assert.Equal("[Báo cáo lãnh đạo] 1 việc quá hạn, lâu nhất 10 ngày làm việc – Sở Tư pháp", letters[1].Subject);
        Assert.Contains("Hạn: 1/6/2026, quá hạn 10 ngày làm việc\n   Nhắc lần đầu", letters[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("30/6/2026", letters[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteAll_SaysWhatElseIsOpen_HowOftenAHeadsLineWasReminded_AndWhomToCall()
    {
        var late = Given.Assessed("Ngày 01/6/2026", "2026-06-29");
        IReadOnlyList<AssessedObligation> all =
            [late, Given.Assessed("Ngày 02/6/2026", "2026-06-29"), Given.Assessed("Ngày 30/6/2026", "2026-06-29"), Given.Assessed("Quý IV/2026", "2026-06-29")];
        var sent = new[] { new ReminderStage(5), new ReminderStage(10, ReminderAudience.Head),
            new ReminderStage(20, ReminderAudience.StandingBody) }.Select(stage => Reminder.KeyOf(late, stage));
        IReadOnlyList<Reminder> today =
            [new(late, new ReminderStage(20, ReminderAudience.Head)), new(late, new ReminderStage(20, ReminderAudience.StandingBody))];
        var letters = LetterWriter.WriteAll(today, Settings, Given.Day("2026-06-29"), LetterFacts.Of(all, sent, unconfirmed: 3));
        Assert.Contains("Đang mở: 2 quá hạn, 1 sắp đến hạn (tệp kèm).", letters[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Đang mở", LetterWriter.WriteAll(today, Settings, Given.Day("2026-06-29"), LetterFacts.Of([late], sent, 0))[0].Text,
            StringComparison.Ordinal);
        Assert.Contains("Đã nhắc 2 lần", letters[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("[Tổng hợp quá hạn] 1 việc của 1 cơ quan cần Sở Nội vụ đôn đốc", letters[2].Subject, StringComparison.Ordinal);
        Assert.Contains("   Sở Tư pháp; đã nhắc 2 lần\n", letters[2].Text, StringComparison.Ordinal);
        Assert.Contains("Còn 3 việc cần Sở xác nhận", letters[2].Text, StringComparison.Ordinal);
    }

    /// <summary>Overdue by the agency's own report: every letter gives its words.</summary>
    [Fact]
    public void WriteAll_QuotesTheAgencysOwnReport()
    {
        var late = Given.Assessed("Ngày 01/6/2026", "2026-06-29");
        late =
            late with { Obligation = late.Obligation with { ReportedUndone = new ReportedUndone("Chưa thực hiện; chờ kinh phí", null, null, "Quý I/2026") } };
        IReadOnlyList<Reminder> today =
            [new(late, new ReminderStage(20, ReminderAudience.Head)), new(late, new ReminderStage(20, ReminderAudience.StandingBody))];
        var letters = LetterWriter.WriteAll(today, Settings, Given.Day("2026-06-29"));
        Assert.Equal(3, letters.Count);
        Assert.All(letters,
            letter => Assert.Contains("Báo cáo Quý I/2026: “Chưa thực hiện; chờ kinh phí”", letter.Text, StringComparison.Ordinal));
        Assert.All(letters, letter => Assert.Contains("Báo cáo Quý I/2026", letter.Html, StringComparison.Ordinal));
    }

    /// <summary>"Trước ngày X" is not overdue on X, but the day shown stays the day before X.</summary>
    [Theory]
    [InlineData("2026-06-16")]
    [InlineData("2026-06-17")]
    [InlineData("2026-06-18")]
    [InlineData("2026-06-19")]
    [InlineData("2026-07-10")]
    public void WriteAll_NeverMovesTheDayShown(string today) =>
        Assert.Contains("17/6/2026, ", LetterWriter.WriteAll([new Reminder(Given.Assessed("Trước ngày 18/6/2026", today), new ReminderStage(0))],
            Settings, Given.Day(today))[0].Text, StringComparison.Ordinal);

    [Fact]
    public void WriteAll_TellsWhenTheHeadHearsOfALineToo()
    {
        var letter = Letters("2026-06-15", "Ngày 01/6/2026")[0];
        Assert.Equal("Quá hạn 10 ngày làm việc; đồng gửi lãnh đạo cơ quan", letter.Basis()(letter.Reminders[0].Assessed));
    }

    [Fact]
    public void WriteAll_TellsTheStandingBody_InALetterOfItsOwn()
    {
        var letters = Letters("2026-06-29", "Ngày 01/6/2026");
        Assert.Equal([false, false, true], letters.Select(l => l.IsEscalation));
        Assert.Equal(["snv@x.example"], letters[2].To);
        Assert.Contains("Sở Tư pháp", letters[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteAll_ListsTheWorstOfMoreLinesThanALetterHolds_AndSaysWhereTheRestIs()
    {
        IReadOnlyList<Reminder> many = [.. Enumerable.Range(1, 1_234).Select(n => Given.Assessed("Ngày 01/6/2026", "2026-06-29") is var owed
            ? new Reminder(owed with { Obligation = owed.Obligation with { Task = owed.Obligation.Task with { Text = $"Việc thứ {n}", Key = $"k{n:0000}" } } },
                new ReminderStage(20, ReminderAudience.StandingBody)) : null!)];

        var letter = Assert.Single(LetterWriter.WriteAll(many, Settings, Given.Day("2026-06-29")));

        Assert.Equal(200, System.Text.RegularExpressions.Regex.Matches(letter.Text, "Việc thứ ").Count);
        Assert.Contains("Thư này ghi 200 việc quá hạn lâu nhất hoặc đến hạn sớm nhất. Danh sách đầy đủ 1.234 việc có trong tệp kèm.", letter.Text,
            StringComparison.Ordinal);
        Assert.Equal(1_234, letter.Reminders.Count);
    }

    [Fact]
    public void WriteAll_GivesEachLineItsReason()
    {
        var letter = Assert.Single(Letters("2026-06-15", "Ngày 20/6/2026"));
        Assert.Contains("Hạn: thứ Hai, 22/6/2026, còn 5 ngày làm việc", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Sổ ke-hoach.xlsx, trang “Phụ lục”, TT 1, dòng 12", letter.Text, StringComparison.Ordinal);
        Assert.Equal(
            "Còn 5 ngày làm việc; ngày ghi thứ Bảy, 20/6/2026 là ngày nghỉ, hạn tính đến thứ Hai, 22/6/2026", letter.Basis()(letter.Reminders[0].Assessed));
        Assert.Equal("", letter.Basis()(Given.Assessed("Ngày 20/6/2026", "2026-06-15")));
    }

    // RELIABILITY 32
    [Fact]
    public void WriteAll_EscapesWhatARegisterSays_AndKeepsVietnameseLetters()
    {
        var task = Given.Task("Ngày 15/6/2026") with { Text = "Rà soát <script>alert(1)</script> & thủ tục" };
        var assessed = DeadlineAssessor.Assess(Given.Obligations(task), Given.Rules(), Given.Day("2026-06-15"))[0];
        var html = Assert.Single(LetterWriter.WriteAll([new Reminder(assessed, new ReminderStage(0))], Settings, Given.Day("2026-06-15"))).Html;
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("Rà soát &lt;script&gt;alert(1)&lt;/script&gt; &amp; thủ tục", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WriteAll_SaysSo_WhereTheRegisterHasTextNobodyCouldRead(bool hasLegacyText)
    {
        var task = Given.Task("Ngày 15/6/2026") with { HasLegacyText = hasLegacyText };
        var assessed = DeadlineAssessor.Assess(Given.Obligations(task), Given.Rules(), Given.Day("2026-06-15"))[0];
        var letter = Assert.Single(LetterWriter.WriteAll([new Reminder(assessed, new ReminderStage(0))], Settings, Given.Day("2026-06-15")));
        Assert.Equal(hasLegacyText, letter.Text.Contains("phông cũ chưa đọc được", StringComparison.Ordinal));
        Assert.Equal(hasLegacyText, letter.Html.Contains("phông cũ chưa đọc được", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sở Thông tin và Truyền thông", "Sổ ghi Sở Thông tin và Truyền thông; nhiệm vụ nay do Sở Khoa học và Công nghệ đảm nhận.")]
    [InlineData("Sở TT&TT, Sở Công nghệ số", "Sổ ghi Sở Thông tin và Truyền thông, Sở Công nghệ số; nhiệm vụ nay do Sở Khoa học và Công nghệ đảm nhận.")]
    [InlineData("Sở Khoa học và Công nghệ", null)]
    [InlineData("Sở Khoa học và Công nghệ, Sở TT&TT", null)]
    [InlineData("Sở KHCN", null)]
    public void WriteAll_SaysWhoTookOver_WhenTheRegisterNamesAnAgencyThatEnded(string lead, string? said)
    {
        DateOnly lastDay = Given.Day("2025-02-28");
        var directory = new AgencyDirectory(
        [
            new() { Code = "STTTT", Name = "Sở Thông tin và Truyền thông", OtherNames = ["Sở TT&TT"], ValidTo = lastDay, Successors = ["SKHCN"] },
            new() { Code = "SCNS", Name = "Sở Công nghệ số", ValidTo = lastDay, Successors = ["SKHCN"] },
            // Keeps its name; its remit grew.
            new() { Code = "SKHCN", Name = "Sở Khoa học và Công nghệ", OtherNames = ["Sở KHCN"], Emails = ["skhcn@x.example"] },
        ]);
        var task = Given.Task("Ngày 15/6/2026") with { LeadText = lead };
        var obligations = ObligationBuilder.Build(InterpretedTask.Of(task, new(directory, Given.Day("2026-06-15"))));
        var assessed = Assert.Single(DeadlineAssessor.Assess(obligations, Given.Rules(), Given.Day("2026-06-15")));
        var letter = Assert.Single(LetterWriter.WriteAll([new Reminder(assessed, new ReminderStage(0))], Settings, Given.Day("2026-06-15")));

        Assert.Equal("Sở Khoa học và Công nghệ", letter.Agency.Name);
        Assert.All([letter.Text, letter.Html], body => Assert.Equal(said is not null, body.Contains(said ?? "Sổ ghi Sở", StringComparison.Ordinal)));
    }

    // RELIABILITY 32
    [Fact]
    public void WriteAll_CutsAnEndlessTaskAtAWord()
    {
        var task = Given.Task("Ngày 15/6/2026") with { Text = string.Join(' ', Enumerable.Repeat("nhiệm vụ", 600)) };
        var assessed = DeadlineAssessor.Assess(Given.Obligations(task), Given.Rules(), Given.Day("2026-06-15"))[0];
        var text = Assert.Single(LetterWriter.WriteAll([new Reminder(assessed, new ReminderStage(0))], Settings, Given.Day("2026-06-15"))).Text;
        Assert.Contains("nhiệm vụ…", text, StringComparison.Ordinal);
        Assert.True(text.Length < 1500);
    }

    private static IReadOnlyList<ReminderLetter> Letters(string today, params string[] times)
    {
        var assessed = times.Select((time, i) =>
            DeadlineAssessor.Assess(Given.Obligations(Given.Task(time, key: $"so#{i}")), Given.Rules(), Given.Day(today))[0]).ToList();
        var plan = ReminderPlanner.Plan(assessed, ReminderPolicy.Default, new HashSet<ReminderKey>(), Given.Day(today), true);
        return LetterWriter.WriteAll(plan.Reminders, Settings, Given.Day(today));
    }
}
