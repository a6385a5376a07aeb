using System.Diagnostics;

namespace CcHc.EndToEnd;

/// <summary>From nothing to the first letter, as a new office goes.</summary>
public sealed class FirstHourTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-first-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Jobs => Path.Combine(_folder, "etc", "jobs.yml");

    [Fact]
    public async Task FromInit_ToTheFirstLetter()
    {
        var init = await InitAsync();
        Assert.True(init.ExitCode == 3, init.Errors);
        Assert.Contains("What is next:", init.Output, StringComparison.Ordinal);

        File.Copy(Path.Combine(_folder, "chung", "vi-du", "so-theo-doi-mau.xlsx"), Path.Combine(_folder, "chung", "so-theo-doi", "so-that.xlsx"));
        var check = await CcHcProgram.RunAsync("check", "--jobs", Jobs, "--as-of", "2026-06-15", "--out", Path.Combine(_folder, "check.xlsx"));
        Assert.Contains("5 tasks; 0 errors", check.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(Path.Combine(_folder, "check.xlsx")).Length > 0);

        var remind = await CcHcProgram.RunAsync("run", "remind", "--jobs", Jobs, "--as-of", "2026-06-15");
        Assert.True(remind.ExitCode is 0 or 3, remind.Errors);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "etc", "data", "thu"), "*.eml"));
    }

    [Fact]
    public async Task RunAgain_InitChangesNothingWithoutAsking()
    {
        await InitAsync();
        await File.AppendAllTextAsync(Jobs, "# của cơ quan\n");
        File.Delete(Path.Combine(_folder, "chung", "chi-tieu.xlsx"));
        var before = Bytes();

        var again = await InitAsync("tỉnh Khác");

        Assert.Contains("it says otherwise and stays", again.Output, StringComparison.Ordinal);
        Assert.All(before, one => Assert.Equal(one.Value, File.ReadAllBytes(one.Key)));
        Assert.True(File.Exists(Path.Combine(_folder, "chung", "chi-tieu.xlsx")));
    }

    [Theory]
    [InlineData("--province is needed", "--shared", "x")]
    [InlineData("--shared is needed", "--province", "tỉnh Mẫu")]
    [InlineData("is not a mail address", "--province", "tỉnh Mẫu", "--shared", "x", "--admin", "khong-phai-thu")]
    public async Task WithoutSomebodyToAsk_WhatIsMissingIsNamed(string said, params string[] options)
    {
        var run = await CcHcProgram.RunAsync(["init", "--settings", Path.Combine(_folder, "etc"), .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "etc")));
    }

    [Fact]
    public async Task UnpackedSomewhereElse_TheProgramFindsItsFilesBesideItself()
    {
        var unpacked = Path.Combine(_folder, "cchc 0.1");
        Copy(AppContext.BaseDirectory, Path.Combine(unpacked, "program"), file => !file.Contains("TestData", StringComparison.Ordinal));
        Copy(Path.Combine(Repository.Folder, "samples"), Path.Combine(unpacked, "samples"), _ => true);
        var work = Directory.CreateDirectory(Path.Combine(_folder, "work")).FullName;

        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(unpacked, "program", "cchc.dll"), "demo", "--out", "ra"])
        {
            WorkingDirectory = work, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, said[1]);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(work, "ra", "thu"), "*.eml"));
    }

    private async Task<ProgramRun> InitAsync(string province = "tỉnh Mẫu")
    {
        var list = Path.Combine(_folder, "danh-sach.txt");
        await File.WriteAllTextAsync(list, "Sở Nội vụ; snv@tinh-mau.example\nXã Suối Mơ; suoimo@tinh-mau.example\n");
        return await CcHcProgram.RunAsync(
            "init", "--settings", Path.Combine(_folder, "etc"), "--province", province,
            "--shared", Path.Combine(_folder, "chung"), "--agencies", list, "--as-of", "2026-06-15");
    }

    private Dictionary<string, byte[]> Bytes() => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes);

    private static void Copy(string from, string to, Func<string, bool> wanted)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(wanted))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
