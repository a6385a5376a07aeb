using System.Text.Json;

namespace CcHc.EndToEnd;

public sealed class CommandLineTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-line-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("fly")]
    [InlineData("run")]
    [InlineData("run", "remind", "--jobs", "khong-co.yml")]
    [InlineData("run", "remind", "--as-of", "31/02/2026")]
    [InlineData("explain")]
    [InlineData("explain", "--file", "khong-co.tsv")]
    [InlineData("agencies", "Sở Nội vụ", "--directory", "khong-co.xlsx")]
    public async Task WrongUsage_IsOneSentence_WithExitCode2(params string[] arguments)
    {
        var run = await CcHcProgram.RunAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("cchc: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADatabaseWithoutRoom_IsNamedAsTheCause()
    {
        var jobs = Path.Combine(_folder, "jobs.yml");
        Directory.CreateDirectory(Path.Combine(_folder, "chung"));
        await File.WriteAllTextAsync(jobs,
            "office: { province: tỉnh Mẫu, standing_body: SNV }\nfolders: { shared: chung }\nregime: nd-09-2019\njobs: [{ name: remind, does: remind_agencies }]\n");

        var run = await CcHcProgram.RunWithoutRoomAsync(50, "run", "remind", "--jobs", jobs);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("disk", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("rollback", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_PrintsOneJsonObjectALine_InTheShapeProgramsRely()
    {
        var file = Path.Combine(_folder, "phrases.tsv");
        await File.WriteAllTextAsync(file,
            "2026\tQuý II năm 2026\n2026\tĐịnh kỳ hàng quý hoặc đột xuất\n\tTháng 3\n2026\t- Kế hoạch: tháng 01/2026\\n- Báo cáo: trước 15/6/2026\n");

        var run = await CcHcProgram.RunAsync("explain", "--json", "--file", file);

        var readings = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([true, true, false, true], readings.Select(reading => reading.GetProperty("understood").GetBoolean()));
        var quarter = Assert.Single(readings[0].GetProperty("milestones").EnumerateArray());
        Assert.Equal(("quarter", "2026-04-01", "2026-06-30"),
            (quarter.GetProperty("kind").GetString(), quarter.GetProperty("start").GetString(), quarter.GetProperty("due").GetString()));
        var recurring = Assert.Single(readings[1].GetProperty("milestones").EnumerateArray());
        Assert.Equal(("quarterly", true), (recurring.GetProperty("recurrence").GetString(), recurring.GetProperty("adHoc").GetBoolean()));
        Assert.Equal(2, readings[3].GetProperty("milestones").GetArrayLength());
        Assert.Equal(3, run.ExitCode);
    }

    [Fact]
    public async Task Check_ListsEveryTaskAndFinding_OfTheSampleProvince()
    {
        var run = await CcHcProgram.RunAsync("check", "--json", "--jobs", Path.Combine(Repository.Folder, "samples", "jobs.yml"), "--as-of", "2026-06-15");

        var lines = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(125, lines.Count(line => line.GetProperty("type").GetString() == "task"));
        Assert.All(lines.Where(line => line.GetProperty("type").GetString() == "finding"), finding =>
        {
            Assert.NotEqual("", finding.GetProperty("message").GetString());
            Assert.NotEqual("", finding.GetProperty("remedy").GetString());
        });
    }

    [Fact]
    public async Task Check_NamesABrokenWorkbook_AndGoesOn()
    {
        var broken = Path.Combine(_folder, "hong.xlsx");
        await File.WriteAllTextAsync(broken, "<html>không phải Excel</html>");
        var good = Path.Combine(Repository.Folder, "samples", "tinh-mau", "so-theo-doi", "ke-hoach-cchc-2026.xlsx");

        var run = await CcHcProgram.RunAsync("check", broken, good);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("hong.xlsx", run.Output, StringComparison.Ordinal);
        Assert.Contains("38 tasks", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestMail_LeavesALetterInThePickupFolder()
    {
        var jobs = Path.Combine(_folder, "jobs.yml");
        File.Copy(Path.Combine(Repository.Folder, "samples", "jobs.yml"), jobs);

        var run = await CcHcProgram.RunAsync("test-mail", "an@x.example", "--jobs", jobs);

        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder, "data", "thu"), "*.eml"));
    }
}
