using System.Text.Json;
using CcHc.Adapters.Storage.Answers;
using CcHc.Core.Answers;
using CcHc.Core.Jobs;
using CcHc.Tests;

namespace CcHc.Worker.Tests.Support;

/// <summary>An office whose agencies answer between two reports: it is Monday, 15 June 2026.</summary>
internal sealed class AnswerOffice : IAsyncDisposable
{
    private readonly ReportOffice _store;

    public AnswerOffice(string? postgres = null)
    {
        _store = new ReportOffice(postgres);
        Office.Register("ke-hoach.xlsx",
            ["Rà soát thủ tục hành chính nội bộ", "Sở Tư pháp", "Ngày 10/6/2026"], ["Công bố danh mục thủ tục", "Sở Tư pháp", "Ngày 12/6/2026"],
            ["Tập huấn nghiệp vụ một cửa", "Sở Tư pháp", "Ngày 17/6/2026"], ["Lập dự toán kinh phí", "Sở Tài chính", "Ngày 11/6/2026"]);
        On(6, 15);
    }

    public TestOffice Office => _store.Office;

    public void On(int month, int day, int hour = 9) => _store.On(month, day, hour);

    public Task<JobOutcome> RemindAsync() => Office.RunAsync(JobDuty.RemindAgencies);

    public Task<JobOutcome> CollectAsync() => Office.RunAsync(JobDuty.CollectReports);

    public Task<IReadOnlyList<PutLetter>> LettersAsync(string kind = "reminder") => _store.LettersAsync(kind);

    /// <summary>The latest letter to an agency.</summary>
    public async Task<PutLetter> LetterAsync(string agency, string kind = "reminder") => (await LettersAsync(kind)).Last(letter => letter.AgencyCode == agency);

    public async Task<byte[]> SheetOfAsync(string agency) => (await LetterAsync(agency)).Attachments.Single().Content;

    public Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull => _store.WithAsync(use);

    public Task<IReadOnlyList<GivenAnswer>> AnswersAsync() => WithAsync<AnswerStore, IReadOnlyList<GivenAnswer>>(store => store.ListAsync());

    public Task<bool> DecideAsync(GivenAnswer answer, bool isAccepted, string reason = "", DateOnly? grantedTo = null) =>
        WithAsync<AnswerStore, bool>(store => store.DecideAsync(answer.Id, new AnswerVerdict(isAccepted, "Lan", reason, grantedTo)));

    /// <summary>Puts a sheet into tra-loi as somebody did an hour ago.</summary>
    public void Drop(string name, byte[] bytes)
    {
        var path = Path.Combine(Office.Shared, "tra-loi", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, Office.Clock.Now.AddHours(-1).UtcDateTime);
    }

    /// <summary>The sheet as an agency saves it with openpyxl.</summary>
    /// <param name="rows">"task" and what is typed below which heading.</param>
    public static async Task<byte[]> FillAsync(byte[] sheet, IEnumerable<Dictionary<string, string>> rows, bool sort = false, bool copy = false,
        bool dropKeys = false)
    {
        var folder = Directory.CreateTempSubdirectory("cchc-answers-").FullName;
        try
        {
            var (source, target) = (Path.Combine(folder, "in.xlsx"), Path.Combine(folder, "out.xlsx"));
            await File.WriteAllBytesAsync(source, sheet);
            using var python = Python.Start("fill_answers.py", source, target);
            await python.StandardInput.WriteAsync(
                JsonSerializer.Serialize(new Dictionary<string, object> { ["rows"] = rows, ["sort"] = sort, ["copy"] = copy, ["drop_keys"] = dropKeys }));
            python.StandardInput.Close();
            var error = await python.StandardError.ReadToEndAsync();
            await python.WaitForExitAsync();
            Assert.True(python.ExitCode == 0, error);
            return await File.ReadAllBytesAsync(target);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static Dictionary<string, string> Done(string task, string day = "2026-06-12", string document = "12/BC-STP") =>
        new() { ["task"] = task, ["Tình trạng"] = "Hoàn thành", ["Ngày hoàn thành"] = day, ["Số, ký hiệu văn bản"] = document };

    public static Dictionary<string, string> MoreTime(string task, string day, string reason = "Chờ ý kiến Sở Tài chính") =>
        new() { ["task"] = task, ["Xin gia hạn đến"] = day, ["Lý do"] = reason };

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
