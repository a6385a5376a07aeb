using System.Net;
using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class PlanPagesTest : IAsyncLifetime
{
    private readonly TestDashboard _dashboard = new();

    public Task InitializeAsync() => _dashboard.StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task List_ShowsWhatBecameOfEachPlan()
    {
        await Imports.AddAsync(new PlanImport { Hash = "a1", Path = "ke-hoach/cchc.docx", Draft = "cchc.xlsx", Tasks = 56, Doubts = 3 });
        await Imports.AddAsync(new PlanImport { Hash = "b2", Path = "ke-hoach/quet.pdf", Refusal = "Tệp PDF là ảnh quét. Xin bản Word." });
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var page = await viewer.PageAsync("/ke-hoach");

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains(rows, row => row.Contains("cchc.xlsx", StringComparison.Ordinal) && row.Contains("56", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("ảnh quét", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("input[type=file]"));
    }

    [Fact]
    public async Task Draft_IsReadFromTheDraftsFolderAlone()
    {
        Directory.CreateDirectory(Folder.PlanDrafts);
        await File.WriteAllTextAsync(Path.Combine(Folder.PlanDrafts, "cchc.xlsx"), "PK");
        await Imports.AddAsync(new PlanImport { Hash = "a1", Path = "ke-hoach/cchc.docx", Draft = "cchc.xlsx" });
        await Imports.AddAsync(new PlanImport { Hash = "b2", Path = "x", Draft = "../../jobs.yml" });
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        Assert.Equal("PK", await (await viewer.GetAsync("/ke-hoach/a1/du-thao.xlsx")).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.GetAsync("/ke-hoach/b2/du-thao.xlsx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.GetAsync("/ke-hoach/c3/du-thao.xlsx")).StatusCode);
    }

    [Fact]
    public async Task HandIn_PutsTheFileIntoTheFolder_AndLeavesARequest()
    {
        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        using var answer = await person.UploadAsync("/ke-hoach", "plan", "../kế hoạch.txt", new byte[700_000]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["kế hoạch.txt"], Directory.EnumerateFiles(Folder.Plans).Select(Path.GetFileName));
        Assert.Equal("plans", Assert.Single(await _dashboard.Services.GetRequiredService<RunQueue>().ListAsync()).Job);
        Assert.Contains("Đã nhận tệp", (await person.PageAsync("/ke-hoach")).QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anh.png", 10, "chỉ nhận tệp Word")]
    [InlineData("rong.docx", 0, "hãy chọn một tệp")]
    public async Task HandIn_RefusesOtherFiles(string name, int bytes, string told)
    {
        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        using var answer = await person.UploadAsync("/ke-hoach", "plan", name, new byte[bytes]);

        Assert.Contains(told, (await person.PageAsync("/ke-hoach")).QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder.Plans));
    }

    [Fact]
    public async Task HandIn_IsForOperators_AndNeedsItsToken()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.UploadAsync("/ke-hoach", "plan", "a.txt", new byte[5])).StatusCode);
        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.UploadAsync("/ke-hoach", "plan", "a.txt", new byte[5], withToken: false)).StatusCode);
        Assert.False(Directory.Exists(Folder.Plans));
    }

    [Fact]
    public async Task HandIn_RefusesABodyBeyondItsBound()
    {
        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        HttpStatusCode? answered = null;
        try
        {
            using var answer = await person.UploadAsync("/ke-hoach", "plan", "a.txt", new byte[22 << 20]);
            answered = answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The server may hang up on a body it does not want.
        }

        Assert.True(answered is null or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{answered}");
        Assert.False(Directory.Exists(Folder.Plans));
    }

    private PlanImports Imports => _dashboard.Services.GetRequiredService<PlanImports>();

    private SharedFolder Folder => _dashboard.Services.GetRequiredService<SharedFolder>();
}
