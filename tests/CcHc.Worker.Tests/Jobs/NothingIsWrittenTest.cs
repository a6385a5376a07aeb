using CcHc.Core.Jobs;
using CcHc.Worker.Tests.Support;

namespace CcHc.Worker.Tests.Jobs;

/// <summary>RELIABILITY 13: every job of a day, with somebody listening to the office's folder: only folders of ours are written.</summary>
public sealed class NothingIsWrittenTest
{
    [Theory]
    [InlineData("ra", "")]
    [InlineData("chung", "bieu-mau canh-bao tong-hop")]
    public async Task EveryJob_LeavesTheOfficesFilesAlone(string output, string writtenFolders)
    {
        await using var office = new TestOffice { OutputName = output, Recipients = new(["cv@x.example"], ["admin@x.example"]) };
        office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"], ["Lập dự toán", "Sở Tài chính", "Hằng quý"]);
        await File.WriteAllTextAsync(Path.Combine(office.Folder, "jobs.yml"),
            "office: { province: tỉnh Thử, standing_body: SNV }\nfolders: { shared: chung }\nregime: nd-09-2019\njobs: [{ name: remind, does: remind_agencies }]\n");
        office.Figures(["CT01", "Số hồ sơ tiếp nhận", "số nguyên", "tổng"]);
        Directory.CreateDirectory(Path.Combine(office.Shared, "bao-cao", "2026-6T"));
        await File.WriteAllTextAsync(Path.Combine(office.Shared, "so-theo-doi", "hong.xlsx"), "PK hỏng");
        await File.WriteAllTextAsync(Path.Combine(office.Shared, "bao-cao", "2026-6T", "STP.xlsx"), "PK hỏng");
        await File.WriteAllTextAsync(Path.Combine(office.Shared, "so-theo-doi", "~$ke-hoach.xlsx"), "An");

        using var detector = new WriteDetector(office.Shared);
        foreach (var duty in Enum.GetValues<JobDuty>())
        {
            var outcome = await office.RunAsync(duty);
            Assert.True(outcome.Result != JobResult.Failed, $"{duty}: {outcome.Summary}");
        }

        var written = await detector.HeardAsync();
        Assert.Equal(writtenFolders,
            string.Join(' ', written.Select(name => name.Split(Path.DirectorySeparatorChar)[0]).Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Listener_HearsWhatIsDone()
    {
        var folder = Directory.CreateTempSubdirectory("cchc-nghe-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "so.xlsx"), "1");
        await File.WriteAllTextAsync(Path.Combine(folder, "khac.xlsx"), "1");
        try
        {
            using var detector = new WriteDetector(folder);
            File.SetLastWriteTimeUtc(Path.Combine(folder, "so.xlsx"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            File.Move(Path.Combine(folder, "khac.xlsx"), Path.Combine(folder, "moi.xlsx"));
            await using (File.Create(Path.Combine(folder, "~$so.xlsx"), 1, FileOptions.DeleteOnClose))
            {
            }

            Assert.Equal(["moi.xlsx", "so.xlsx", "~$so.xlsx"], await detector.HeardAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
