using System.Text;
using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Reading;

namespace CcHc.Adapters.Tests.Files;

public sealed class RegisterFolderTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-share-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // RELIABILITY 4, 5, 11
    [Theory]
    [InlineData("ke-hoach.xlsx", true, null)]
    [InlineData("2026/chuyen-doi-so/Kế hoạch số 5 & 6 %.xlsm", true, null)]
    [InlineData("cu.XLS", true, null)]
    [InlineData("LibreOffice.ods", true, null)]
    [InlineData("từ phần mềm khác.CSV", true, null)]
    [InlineData("tu-phan-mem.tsv", true, null)]
    [InlineData("WPS.et", true, null)]
    [InlineData("Sổ đôn đốc #1 + 'cũ'.xlsx", true, null)]
    [InlineData("dấu cách ở cuối.xlsx ", true, null)]
    [InlineData("dấu cách ở cuối .xlsx", true, null)]
    [InlineData("Kế hoạch - Sao chép.xlsx", false, "register-copy")]
    [InlineData("Kế hoạch (bản sao của An).xlsx", false, "register-copy")]
    [InlineData("~$ke-hoach.xlsx", false, null)]
    [InlineData(".~lock.ke-hoach.xlsx#", false, null)]
    [InlineData("Thumbs.db", false, null)]
    [InlineData("Bản sao của Sổ theo dõi.xlsx", false, "register-copy")]
    [InlineData("Copy of Sổ theo dõi.xlsx", false, "register-copy")]
    [InlineData("Copy (2) of Sổ theo dõi.xlsx", false, "register-copy")]
    [InlineData("Sổ theo dõi - Bản sao.xlsx", false, "register-copy")]
    [InlineData("So_theo_doi_copy.xlsx", false, "register-copy")]
    [InlineData("So theo doi (copy).xlsx", false, "register-copy")]
    [InlineData("Sổ theo dõi cấp bản sao trích lục.xlsx", true, null)]
    [InlineData("ghi-chu.docx", false, "register-kind-not-read")]
    [InlineData("phu-luc.pdf", false, "register-kind-not-read")]
    [InlineData("cac-so.zip", false, "register-kind-not-read")]
    [InlineData("cac-so.rar", false, "register-kind-not-read")]
    [InlineData("Sổ theo dõi.gsheet", false, "register-kind-not-read")]
    [InlineData("Sổ theo dõi.xlsx.lnk", false, "register-kind-not-read")]
    [InlineData("anh-chup.JPG", false, "register-kind-not-read")]
    [InlineData("thu.eml", false, "register-kind-not-read")]
    [InlineData("mau.xltx", false, "register-kind-not-read")]
    [InlineData("gi-do.xyz", false, "register-kind-not-read")]
    [InlineData("ke-hoach - Copy (2).xlsx", false, "register-copy")]
    [InlineData("ke-hoach.xlsb", false, "register-kind-not-read")]
    [InlineData("4A7B1C00", false, "register-unfinished-save")]
    public void List_TellsRegistersFromWhatProgramsLeaveBehind(string name, bool isRead, string? finding)
    {
        var path = Path.Combine(_folder, "so-theo-doi", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");

        var listing = RegisterFolder.List(new SharedFolder(_folder, _folder));

        Assert.Equal(isRead ? [path] : [], listing.Workbooks);
        Assert.Equal(finding is null ? [] : [finding], listing.Findings.Select(one => one.Code));
    }

    // RELIABILITY 11: as a Mac writes names.
    [Theory]
    [InlineData("Kế hoạch.xlsx", null)]
    [InlineData("Kế hoạch (bản sao của An).xlsx", "register-copy")]
    public void List_TakesNamesInDecomposedLetters_AsTheyAre(string name, string? finding)
    {
        var path = Path.Combine(_folder, "so-theo-doi", name.Normalize(NormalizationForm.FormD));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");

        var listing = RegisterFolder.List(new SharedFolder(_folder, _folder));

        Assert.Equal((finding is null ? path : null, finding), (listing.Workbooks.SingleOrDefault(), listing.Findings.SingleOrDefault()?.Code));
    }

    [Fact]
    public void NameOf_HasAStepForEachFolder_AndNoOther()
    {
        var odd = Path.Combine(_folder, "bao-cao", "..\\..\\x.xlsx");
        Assert.Equal(OperatingSystem.IsWindows() ? "../x.xlsx" : "bao-cao/..\\..\\x.xlsx", new SharedFolder(_folder, _folder).NameOf(odd));
    }

    [Fact]
    public void List_NamesLinks_AndFollowsNone()
    {
        var registers = Directory.CreateDirectory(Path.Combine(_folder, "so-theo-doi")).FullName;
        var elsewhere = Directory.CreateDirectory(Path.Combine(_folder, "rieng")).FullName;
        File.WriteAllText(Path.Combine(elsewhere, "mat.xlsx"), "x");
        File.CreateSymbolicLink(Path.Combine(registers, "tep.xlsx"), Path.Combine(elsewhere, "mat.xlsx"));
        Directory.CreateSymbolicLink(Path.Combine(registers, "thu-muc"), elsewhere);
        Directory.CreateSymbolicLink(Path.Combine(registers, "vong"), registers);

        var listing = RegisterFolder.List(new SharedFolder(_folder, _folder));

        Assert.Empty(listing.Workbooks);
        Assert.Equal(["so-theo-doi/tep.xlsx", "so-theo-doi/thu-muc", "so-theo-doi/vong"], listing.Findings.Where(one => one.Code == "file-link")
            .Select(one => one.File));
    }
}
