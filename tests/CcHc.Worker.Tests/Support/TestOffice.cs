using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Mailbox;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Jobs;
using CcHc.Core.Regimes;
using CcHc.Core.Reminders;
using CcHc.Worker.Execution;
using Microsoft.Extensions.DependencyInjection;
using OfficeOpenXml;

namespace CcHc.Worker.Tests.Support;

/// <summary>A small real office in a folder of its own: workbooks made with EPPlus, an SQLite file, a pickup folder, a clock set by hand.</summary>
public sealed class TestOffice : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-office-").FullName;

    /// <summary>The office as another one left it, in a folder of its own. Its clock and its settings are the caller's to set.</summary>
    public TestOffice(TestOffice other)
    {
        foreach (var file in Directory.EnumerateFiles(other.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(other.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file));
        }
    }

    public TestOffice()
    {
        Directory.CreateDirectory(Registers);
        Table(Path.Combine(Shared, "danh-ba-co-quan.xlsx"),
            ["Mã", "Tên cơ quan", "Tên gọi khác", "Nhóm", "Email", "Email lãnh đạo"],
            ["SNV", "Sở Nội vụ", "", "Sở, ban, ngành", "snv@x.example", "gd.snv@x.example"],
            ["STP", "Sở Tư pháp", "", "Sở, ban, ngành", "stp@x.example", "gd.stp@x.example"],
            ["STC", "Sở Tài chính", "", "Sở, ban, ngành", "stc@x.example", "gd.stc@x.example"]);
        Table(Path.Combine(Shared, "lich-nghi.xlsx"), ["Ngày", "Loại", "Ghi chú"], ["30/04/2026", "nghỉ", "Giải phóng miền Nam"],
            ["02/09/2026", "nghỉ", "Quốc khánh"]);
    }

    public string Folder => _folder;

    public string Shared => Path.Combine(_folder, "chung");

    public string Registers => Path.Combine(Shared, "so-theo-doi");

    /// <summary>"chung" puts the outputs beside the registers.</summary>
    public string OutputName { get; init; } = "ra";

    public string Output => Path.Combine(_folder, OutputName);

    public SetClock Clock { get; } = new(new DateTimeOffset(2026, 6, 15, 1, 0, 0, TimeSpan.Zero));

    public string Regime { get; set; } = "nd-09-2019";

    public IReadOnlyList<ReportingRegime> OwnRegimes { get; set; } = [];

    public ReportSettings Reports { get; set; } = ReportSettings.Default;

    public MailMode Mode { get; set; } = MailMode.Pickup;

    /// <summary>Changes how mail leaves.</summary>
    public Func<MailSettings, MailSettings> Mail { get; set; } = mail => mail;

    /// <summary>Off.</summary>
    public MailboxSettings Mailbox { get; set; } = MailboxSettings.Off;

    /// <summary>Null: an SQLite file.</summary>
    public string? Postgres { get; init; }

    public string PingUrl { get; init; } = "";

    /// <summary>Changes the jobs as the office lists them: one a duty, without a schedule.</summary>
    public Func<JobDefinition, JobDefinition> Jobs { get; set; } = job => job;

    public ResultRecipients Recipients { get; set; } = ResultRecipients.Nobody;

    public IReadOnlyList<string> Letters => Directory.Exists(Pickup) ? [.. Directory.EnumerateFiles(Pickup, "*.eml").Order(StringComparer.Ordinal)] : [];

    public string Pickup => Path.Combine(_folder, "thu");

    /// <summary>A register of plan year 2026; a row is task, lead, time and optionally status.</summary>
    public void Register(string name, params string[][] rows) => Register(name, 2026, rows);

    /// <summary>A register of another plan year.</summary>
    public void Register(string name, int year, params string[][] rows)
    {
        var path = Path.Combine(Registers, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        Table(path, [$"KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM {year}"],
            [.. new[] { new[] { "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian thực hiện", "Tình trạng" } },
                .. rows.Select((row, i) => new[] { $"{i + 1}" }.Concat(row).ToArray())]);
    }

    /// <summary>A register of plan year 2026 in a layout of its own; the first row is the header.</summary>
    public void Sheet(string name, params string[][] rows)
    {
        var path = Path.Combine(Registers, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        Table(path, ["KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026"], rows);
    }

    /// <summary>The list of figures; a row is code, name, kind and how they are added up.</summary>
    public void Figures(params string[][] rows) => Table(Path.Combine(Shared, "chi-tieu.xlsx"), ["Mã", "Chỉ tiêu", "Kiểu", "Cách tổng hợp"], rows);

    public void RenameSheet(string name, string sheet)
    {
        using var package = new ExcelPackage(new FileInfo(Path.Combine(Registers, name)));
        package.Workbook.Worksheets.First().Name = sheet;
        package.Save();
    }

    /// <summary>The directory of agencies anew; a row as the file has its columns, the later ones may be missing.</summary>
    public void Agencies(params string[][] rows)
    {
        File.Delete(Path.Combine(Shared, "danh-ba-co-quan.xlsx"));
        Table(Path.Combine(Shared, "danh-ba-co-quan.xlsx"),
            ["Mã", "Tên cơ quan", "Tên gọi khác", "Nhóm", "Email", "Email lãnh đạo", "Đầu mối", "Điện thoại", "Hiệu lực từ", "Hiệu lực đến",
                "Kế thừa bởi"], rows);
    }

    /// <summary>The list of days off anew; a row is day, kind and note.</summary>
    public void DaysOff(params string[][] rows)
    {
        File.Delete(Path.Combine(Shared, "lich-nghi.xlsx"));
        Table(Path.Combine(Shared, "lich-nghi.xlsx"), ["Ngày", "Loại", "Ghi chú"], rows);
    }

    public async Task<JobOutcome> RunAsync(JobDuty duty, bool dryRun = false, string? occurrence = null, PeriodCommand? ask = null)
    {
        await using var host = await OpenAsync();
        var job = host.Office.Jobs.Single(one => one.Duty == duty);
        return (await host.Services.GetRequiredService<JobRunner>()
            .RunAsync(new JobExecutionRequest(job, occurrence ?? Guid.NewGuid().ToString("N"), DryRun: dryRun) { Ask = ask }, new Progress<(int, int)>(),
                CancellationToken.None))!;
    }

    public Task<OfficeHost> OpenAsync() => OfficeHost.OpenAsync(Office, Machine, Clock, CancellationToken.None);

    public JobsFile Office => new(Path.Combine(_folder, "jobs.yml"), "tỉnh Thử", "SNV", Shared, Output, Regime, ReminderPolicy.Default, Recipients,
        [.. Enum.GetValues<JobDuty>().Select(duty => Jobs(new JobDefinition(duty.ToString(), duty)))])
    {
        OwnRegimes = OwnRegimes,
        Reports = Reports,
    };

    public MachineSettings Machine => new(Path.Combine(_folder, "data"), MachineSettings.ShippedWording, Postgres,
        Mail(new MailSettings { Mode = Mode, SenderAddress = "cchc@x.example", Folder = Pickup })) { PingUrl = PingUrl, Mailbox = Mailbox };

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Table(string path, string[] first, params string[][] rows)
    {
        using var package = new ExcelPackage(new FileInfo(path));
        var sheet = package.Workbook.Worksheets.Add("Phụ lục");
        foreach (var (row, r) in rows.Prepend(first).Select((row, r) => (row, r)))
        {
            for (var c = 0; c < row.Length; c++)
            {
                sheet.Cells[r + 1, c + 1].Value = row[c];
            }
        }

        package.Save();
    }
}

/// <summary>A clock that stands where a test puts it.</summary>
public sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
