using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using CcHc.Adapters.Alerts;
using CcHc.Adapters.Files;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Storage.Users;
using CcHc.Adapters.Wording;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Core.Regimes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CcHc.Dashboard.Tests.Support;

/// <summary>The real pages on a real port of loopback, over an SQLite file of their own; somebody of each role may log in.</summary>
public sealed class TestDashboard : IAsyncDisposable
{
    public const string Password = "mật khẩu thử nghiệm 1";
    private static readonly Lazy<string> Hash = new(() => PasswordHash.Of(Password));

    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-dashboard-").FullName;
    private WebApplication _app = null!;

    public string Url => _app.Urls.First();

    public IServiceProvider Services => _app.Services;

    public MailSettings Mail { get; init; } = new() { SenderAddress = "cchc@x.example", SenderName = "CcHc" };

    public string PathBase { get; init; } = "";

    public OpenIdSettings? OpenId { get; init; }

    /// <summary>Nine in the morning of <see cref="TestBoard.Monday"/>, office time, until a test says otherwise.</summary>
    public SetClock Clock { get; } = new(OfficeTime.StartOf(TestBoard.Monday).AddHours(9));

    public DateOnly Today => OfficeTime.DayOf(Clock.Now);

    public async Task<TestDashboard> StartAsync()
    {
        var machine = new MachineSettings(_folder, MachineSettings.ShippedWording, null, Mail) { PathBase = PathBase, OpenId = OpenId };
        var office = new JobsFile(
            Path.Combine(_folder, "jobs.yml"), "tỉnh Mẫu", "SNV", Path.Combine(_folder, "chung"), Path.Combine(_folder, "ra"), ReportingRegimes.Decree09.Code,
            TestBoard.EachOnItsDay,
            ResultRecipients.Nobody, [new JobDefinition("remind", JobDuty.RemindAgencies), new JobDefinition("collect", JobDuty.CollectReports),
                new JobDefinition("assemble", JobDuty.AssemblePeriod), new JobDefinition("plans", JobDuty.ImportPlans)]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton(office).AddSingleton(machine).AddSingleton(Mail).AddSingleton(machine.OpenDatabase());
        builder.Services.AddSingleton<SentLedger>().AddSingleton<OutboxStore>().AddSingleton<LetterHold>().AddSingleton<RunLog>().AddSingleton<FindingLedger>();
        builder.Services.AddSingleton<ReportPeriods>().AddSingleton<SubmittedFiles>().AddSingleton<ReportPapers>().AddSingleton<ReportOutputs>()
            .AddSingleton<ReportEvents>().AddSingleton<VersionKeeper>().AddSingleton<PeriodDecisions>();
        builder.Services.AddSingleton(_ => WordingFolder.Read(machine.WordingFolder));
        builder.Services.AddSingleton<UserStore>().AddSingleton<AuditTrail>().AddSingleton<RunQueue>().AddSingleton<JobPlans>()
            .AddSingleton<OfficeSnapshotStore>();
        builder.Services.AddSingleton(new AlertStore(machine.DataFolder));
        builder.Services.AddSingleton(new SharedFolder(office.SharedFolder, office.OutputFolder));
        builder.Services.AddCcHcDashboard(machine);
        _app = builder.Build();
        _app.UseCcHcDashboard(machine);
        await _app.Services.GetRequiredService<Database>().MigrateAsync(Clock);
        foreach (var role in Enum.GetValues<UserRole>())
        {
            await _app.Services.GetRequiredService<UserStore>().AddAsync(role.ToString(), $"Người {role}", role, Hash.Value);
        }

        await _app.StartAsync();
        return this;
    }

    /// <param name="role">Null: nobody is logged in.</param>
    public async Task<Visitor> VisitAsync(UserRole? role)
    {
        var visitor = new Visitor(Url + PathBase);
        if (role is { } known)
        {
            await visitor.LogInAsync(known.ToString().ToLowerInvariant(), Password);
        }

        return visitor;
    }

    public async Task RaiseAlarmAsync(string job, string trouble)
    {
        var (machine, office) = (Services.GetRequiredService<MachineSettings>(), Services.GetRequiredService<JobsFile>());
        var alarms =
            new Alarms(Services.GetRequiredService<AlertStore>(), machine, office, MailSenders.Create(machine.Mail with { Folder = _folder }, Clock), Clock);
        await alarms.RaiseAsync(job, new JobOutcome(JobResult.Failed, trouble, new Dictionary<string, int>()), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        var database = Services.GetRequiredService<Database>();
        await _app.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A visitor without scripts: keeps cookies, follows no redirect by itself, sends forms with their tokens.</summary>
public sealed class Visitor(string url) : IDisposable
{
    private readonly HttpClient _browser =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() });

    public Task<HttpResponseMessage> GetAsync(string path) => _browser.GetAsync(url + path);

    public async Task<IDocument> PageAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ParseAsync(response);
    }

    public static async Task<IDocument> ParseAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(request => request.Content(html));
    }

    /// <summary>Sends fields with the antiforgery token of a page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string tokenFrom, params (string Name, string Value)[] fields)
    {
        var token = (await PageAsync(tokenFrom)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await PostBareAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    public Task<HttpResponseMessage> PostBareAsync(string path, params (string Name, string Value)[] fields) =>
        _browser.PostAsync(url + path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Sends one file, with the antiforgery token of a page everybody has.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, string field, string fileName, byte[] bytes, bool withToken = true)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), field, fileName } };
        if (withToken)
        {
            form.Add(new StringContent((await PageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken");
        }

        return await _browser.PostAsync(url + path, form);
    }

    public async Task LogInAsync(string name, string password)
    {
        using var response = await PostAsync("/dang-nhap", "/dang-nhap", ("name", name), ("password", password));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    public void Dispose() => _browser.Dispose();
}
