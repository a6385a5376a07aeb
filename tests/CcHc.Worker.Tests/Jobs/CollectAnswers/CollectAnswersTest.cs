using CcHc.Adapters.Tests.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Answers;
using CcHc.Core.Jobs;
using CcHc.Worker.Tests.Support;
using static CcHc.Worker.Tests.Support.AnswerOffice;

namespace CcHc.Worker.Tests.Jobs.CollectAnswers;

/// <summary>What an agency's answer does, from its sheet to its next letter, on each store.</summary>
public abstract class CollectAnswersTest : IAsyncLifetime
{
    private const string Review = "Rà soát thủ tục hành chính nội bộ";
    private const string Publish = "Công bố danh mục thủ tục";
    private const string Train = "Tập huấn nghiệp vụ một cửa";

    internal AnswerOffice Office { get; private set; } = null!;

    protected abstract Task<string?> PostgresAsync();

    public async Task InitializeAsync() => Office = new AnswerOffice(await PostgresAsync());

    public async Task DisposeAsync() => await Office.DisposeAsync();

    [Fact]
    public async Task AnsweredTask_IsInNoLetter_UntilTheRestEnds()
    {
        await AnswerAsync(Done(Review), Done(Publish));

        var withTask = new List<string>();
        for (var (day, seen) = (new DateOnly(2026, 6, 16), 1); day <= new DateOnly(2026, 6, 30); day = day.AddDays(1))
        {
            Office.On(day.Month, day.Day);
            await Office.RemindAsync();
            var letters = (await Office.LettersAsync()).Where(letter => letter.AgencyCode == "STP").ToList();
            withTask.AddRange(letters.Skip(seen).Where(letter => letter.Text.Contains(Review, StringComparison.Ordinal)).Select(_ => $"{day:MM-dd}"));
            seen = letters.Count;
        }

        // Ten working days after 15 June is the 29th, so from the 30th it is reminded again.
        Assert.Equal(["06-30"], withTask);
    }

    [Fact]
    public async Task ReceiptSaysWhatWasTaken_OncePerSheet()
    {
        await AnswerAsync(Done(Review), MoreTime(Train, "2026-07-31"));
        await Office.CollectAsync();

        var receipt = Assert.Single(await Office.LettersAsync("answer-receipt"));
        Assert.Equal("[Đã nhận] Trả lời về nhiệm vụ cải cách hành chính – Sở Tư pháp", receipt.Subject);
        Assert.Contains($"{Review}: đã xong ngày 12/6/2026, văn bản 12/BC-STP", receipt.Text, StringComparison.Ordinal);
        Assert.Contains($"{Train}: xin gia hạn đến 31/7/2026", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("tạm dừng nhắc 10 ngày làm việc", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptedAnswer_EndsTheTask_AndTheNextLetterSaysSo()
    {
        var answer = (await AnswerAsync(Done(Review))).Single();
        Assert.True(await Office.DecideAsync(answer, true));
        Assert.False(await Office.DecideAsync(answer, false, "muộn rồi"));

        Office.On(6, 16);
        await Office.RemindAsync();

        var letter = await Office.LetterAsync("STP");
        Assert.Contains($"“{Review}” (đã xong ngày 12/6/2026, văn bản 12/BC-STP): đã chấp nhận.", letter.Text, StringComparison.Ordinal);
        Office.On(7, 20);
        await Office.RemindAsync();
        var later = await Office.LetterAsync("STP");
        Assert.DoesNotContain(Review, later.Text, StringComparison.Ordinal);
        Assert.Contains(Publish, later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedAnswer_IsRemindedAgain_WithTheReason()
    {
        var answer = (await AnswerAsync(Done(Review), Done(Publish), Done(Train, "2026-06-15"))).First(one => one.Statement.Task == Review);
        await Office.DecideAsync(answer, false, "Chưa thấy quyết định công bố");

        Office.On(6, 16);
        await Office.RemindAsync();
        var told = await Office.LetterAsync("STP");
        Assert.Equal("[Phản hồi] Kết quả xử lý trả lời – Sở Tư pháp", told.Subject);
        Assert.Contains("chưa được chấp nhận, lý do: Chưa thấy quyết định công bố.", told.Text, StringComparison.Ordinal);

        Office.On(6, 17);
        await Office.RemindAsync();
        var next = await Office.LetterAsync("STP");
        Assert.Contains(Review, next.Text, StringComparison.Ordinal);
        Assert.Contains("chưa được chấp nhận: Chưa thấy quyết định công bố", next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kết quả xử lý trả lời của quý cơ quan", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GrantedExtension_MovesTheDueDay_AndIsTold()
    {
        var answer = (await AnswerAsync(MoreTime(Review, "2026-07-15"))).Single();
        await Office.DecideAsync(answer, true, "", new DateOnly(2026, 7, 1));

        Office.On(6, 16);
        await Office.RemindAsync();
        Assert.Contains("đồng ý gia hạn đến 1/7/2026", (await Office.LetterAsync("STP")).Text, StringComparison.Ordinal);

        Office.On(6, 30);
        await Office.RemindAsync();
        var letter = await Office.LetterAsync("STP");
        Assert.Contains("thứ Tư, 1/7/2026", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Gia hạn đến 1/7/2026 theo đề nghị của cơ quan, Lan đồng ý", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedExtension_IsTold_AndTheOldDayStands()
    {
        var answer = (await AnswerAsync(MoreTime(Review, "2026-07-15"))).Single();
        await Office.DecideAsync(answer, false, "Đã gia hạn một lần");

        Office.On(6, 17);
        await Office.RemindAsync();
        var letter = await Office.LetterAsync("STP");
        Assert.Contains("không đồng ý gia hạn, lý do: Đã gia hạn một lần.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Hạn: 10/6/2026", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfficersList_HasTheCellAndTheValue_UntilTheRegisterSaysSo()
    {
        await AnswerAsync(Done(Review));

        Assert.Equal(["ke-hoach.xlsx|Phụ lục|E3|Tình trạng|Hoàn thành", "ke-hoach.xlsx|Phụ lục||Ngày hoàn thành|12/06/2026"], ToType());

        Office.Office.Register("ke-hoach.xlsx", [Review, "Sở Tư pháp", "Ngày 10/6/2026", "Hoàn thành"], [Publish, "Sở Tư pháp", "Ngày 12/6/2026"],
            [Train, "Sở Tư pháp", "Ngày 17/6/2026"]);
        await Office.CollectAsync();
        Assert.Empty(ToType());
    }

    [Fact]
    public async Task ConsolidatedWorkbook_ShowsTheAnswerApart()
    {
        await AnswerAsync(Done(Review), MoreTime(Train, "2026-07-31"));
        await Office.Office.RunAsync(JobDuty.AssembleReport);

        var sheets = Read(Directory.EnumerateFiles(Path.Combine(Office.Office.Output, "tong-hop"), "*.xlsx").Single()).Sheets;
        var words = sheets.Single(sheet => sheet.Name == "Cơ quan đã trả lời").Rows.SelectMany(row => row.Cells).Select(cell => cell.Text).ToList();
        Assert.Contains("Cơ quan báo đã xong: 1 đầu việc", words);
        Assert.Contains("đã xong ngày 12/6/2026, văn bản 12/BC-STP", words);
        Assert.Contains("Xin gia hạn: 1 đầu việc", words);
        Assert.Contains(sheets.Single(sheet => sheet.Name == "Chi tiết").Rows.SelectMany(row => row.Cells), cell => cell.Text == "Cơ quan báo đã xong");
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    public async Task SheetIsRead_HoweverItWasMovedAbout(bool sort, bool copy, bool dropKeys)
    {
        await Office.RemindAsync();
        Office.Drop("STP - trả lời.xlsx",
            await FillAsync(await Office.SheetOfAsync("STP"), [Done(Review), MoreTime(Train, "2026-07-31")], sort, copy, dropKeys));
        await Office.CollectAsync();

        Assert.Equal([(Review, AnswerKind.Done), (Train, AnswerKind.Extension)],
            (await Office.AnswersAsync()).Select(one => (one.Statement.Task, one.Statement.Kind)).Order());
    }

    [Fact]
    public async Task SheetSentAgain_SaysNothingNew_AndARowSaidOtherwiseReplacesTheFirst()
    {
        await AnswerAsync(Done(Review), Done(Publish));
        var sheet = await Office.SheetOfAsync("STP");
        Office.Drop("STP 2.xlsx", await FillAsync(sheet, [Done(Review), MoreTime(Publish, "2026-07-10")]));
        await Office.CollectAsync();

        Assert.Equal(
            [(Review, AnswerKind.Done, AnswerState.Waiting), (Publish, AnswerKind.Done, AnswerState.Replaced),
                (Publish, AnswerKind.Extension, AnswerState.Waiting)],
            (await Office.AnswersAsync()).Select(one => (one.Statement.Task, one.Statement.Kind, one.State)).OrderByDescending(one => one.Task)
                .ThenBy(one => one.Kind));
    }

    [Fact]
    public async Task RowThatCannotBeRight_IsToldWithItsCell_AndTheOthersCount()
    {
        await Office.RemindAsync();
        Office.Drop("a.xlsx", await FillAsync(await Office.SheetOfAsync("STP"),
            [Done(Review), new() { ["task"] = Publish, ["Tình trạng"] = "Hoàn thành" }, MoreTime(Train, "2026-06-01")]));
        await Office.CollectAsync();

        Assert.Equal([Review], (await Office.AnswersAsync()).Select(one => one.Statement.Task));
        var receipt = Assert.Single(await Office.LettersAsync("answer-receipt"));
        Assert.StartsWith("[Đã nhận, còn chỗ phải sửa]", receipt.Subject, StringComparison.Ordinal);
        Assert.Contains("Trang “Trả lời”, ô G7: Tình trạng là “Hoàn thành” nhưng chưa ghi ngày hoàn thành.", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("ô I8: Ngày xin gia hạn 1/6/2026 không muộn hơn 17/6/2026", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherAgencysSheet_IsRefused_AndNothingOfItIsTold()
    {
        await Office.RemindAsync();
        Office.Drop("STC/a.xlsx", await FillAsync(await Office.SheetOfAsync("STP"), [Done(Review)]));
        await Office.CollectAsync();

        Assert.Empty(await Office.AnswersAsync());
        var receipt = Assert.Single(await Office.LettersAsync("answer-receipt"));
        Assert.Equal(("STC", false), (receipt.AgencyCode, receipt.Text.Contains(Review, StringComparison.Ordinal)));
    }

    private async Task<IReadOnlyList<GivenAnswer>> AnswerAsync(params Dictionary<string, string>[] rows)
    {
        await Office.RemindAsync();
        Office.Drop("tra-loi.xlsx", await FillAsync(await Office.SheetOfAsync("STP"), rows));
        await Office.CollectAsync();
        return await Office.AnswersAsync();
    }

    private IReadOnlyList<string> ToType()
    {
        var rows = Read(Directory.EnumerateFiles(Path.Combine(Office.Office.Output, "cho-ghi-so"), "*.xlsx").Single()).Sheets[0].Rows;
        return [.. rows.Where(row => row[1].Text.EndsWith(".xlsx", StringComparison.Ordinal))
            .Select(row => string.Join('|', row[1].Text.Split('/')[^1], row[2].Text, row[3].Text, row[4].Text, row[5].Text))];
    }

    private static Core.Sheets.WorkbookContent Read(string path) =>
        WorkbookReader.Read(WorkbookSnapshot.Of(File.ReadAllBytes(path), DateTime.UnixEpoch), "x.xlsx").Content!;
}

public sealed class SqliteCollectAnswersTest : CollectAnswersTest
{
    protected override Task<string?> PostgresAsync() => Task.FromResult<string?>(null);
}

[Collection(PostgresTests.Name)]
public sealed class PostgresCollectAnswersTest(PostgresServer server) : CollectAnswersTest
{
    protected override async Task<string?> PostgresAsync() => await server.NewSchemaAsync();
}
