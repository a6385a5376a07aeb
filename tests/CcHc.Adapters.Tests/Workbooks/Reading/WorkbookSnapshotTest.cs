using System.Diagnostics;
using CcHc.Adapters.Files;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Reading;

namespace CcHc.Adapters.Tests.Workbooks.Reading;

public sealed class WorkbookSnapshotTest : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3, 4, 5, 6, 7, 8];

    private readonly TempFolder _folder = new();
    private readonly string _file;

    public WorkbookSnapshotTest() => _file = _folder.Write("so.xlsx", Content);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Take_CopiesTheBytesAndHashesThem()
    {
        var taken = WorkbookSnapshot.Take(_file).Snapshot!;
        Assert.Equal(Content, taken.Bytes.ToArray());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Content)), taken.Hash);
    }

    // RELIABILITY 13
    [Fact]
    public void Take_LeavesTheFolderAsItWas()
    {
        var before = (new FileInfo(_file).LastWriteTimeUtc, Directory.GetFileSystemEntries(_folder.Path));
        WorkbookSnapshot.Take(_file);
        Assert.Equal(before.LastWriteTimeUtc, new FileInfo(_file).LastWriteTimeUtc);
        Assert.Equal(before.Item2, Directory.GetFileSystemEntries(_folder.Path));
    }

    // RELIABILITY 1: as Excel holds a workbook it has open.
    [Fact]
    public void Take_Succeeds_WhenAnotherProgramHasTheFileOpenForWriting()
    {
        using var office = new FileStream(_file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        Assert.NotNull(WorkbookSnapshot.Take(_file).Snapshot);
        office.WriteByte(9);
    }

    // RELIABILITY 1: what a person does while we read.
    [Theory]
    [InlineData("saves in place")]
    [InlineData("saves beside and renames, as Excel does")]
    [InlineData("takes it away")]
    public void WhileItIsRead_NobodyIsHindered(string what)
    {
        using var ours = SharedFile.OpenRead(_file);
        Assert.Equal(Content[0], ours.ReadByte());
        switch (what)
        {
            case "saves in place":
                // Where locks only ask to be respected, somebody who wants the file for himself gets it all the same.
                using (var theirs = new FileStream(_file, FileMode.Open, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None))
                {
                    theirs.WriteByte(9);
                }

                break;
            case "takes it away":
                File.Delete(_file);
                break;
            default:
                File.Move(_folder.Write("~moi.tmp", [9]), _file, overwrite: true);
                break;
        }

        Assert.Equal(what != "takes it away", File.Exists(_file));
    }

    // RELIABILITY 2. Only where a lock is more than a wish does it keep us from reading.
    [Fact]
    public void Take_TellsALockedFile_WhereALockKeepsReadersOut()
    {
        using var exclusive = new FileStream(_file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(OperatingSystem.IsWindows() ? "file-locked" : null, WorkbookSnapshot.Take(_file).Refusal?.Code);
    }

    public static TheoryData<int> AnswersOfALockedFile => OperatingSystem.IsWindows() ? [unchecked((int)0x80070020), unchecked((int)0x80070021)] : [11, 16, 35];

    [Theory]
    [MemberData(nameof(AnswersOfALockedFile))]
    public void Take_TellsALockedFile_ByWhatTheSystemAnswers(int answer) =>
        AssertRefused("file-locked", true, WorkbookSnapshot.Take(_file, open: _ => throw new IOException("locked", answer)));

    [Fact]
    public void Take_DoesNotFollowALink()
    {
        var link = _file + ".lien-ket.xlsx";
        File.CreateSymbolicLink(link, _file);
        AssertRefused("file-link", false, WorkbookSnapshot.Take(link));
    }

    [Fact]
    public void Take_DoesNotOpenWhatHasNoBytes_ForItMayBeAPipe()
    {
        var empty = _folder.Write("ong.xlsx", []);
        Assert.Empty(WorkbookSnapshot.Take(empty, open: _ => throw new InvalidOperationException("opened")).Snapshot!.Bytes.ToArray());
    }

    [Fact]
    public void Take_TellsAMissingFile() => AssertRefused("file-missing", true, WorkbookSnapshot.Take(_file + ".khong-co"));

    [Fact]
    public void Take_TellsAFileThatVanishesBeforeItIsOpened() =>
        AssertRefused("file-missing", true, WorkbookSnapshot.Take(_file, open: path => throw new FileNotFoundException(path)));

    [Fact]
    public void Take_TellsAFolderThatMayNotBeRead() =>
        AssertRefused("file-not-allowed", true, WorkbookSnapshot.Take(_file, open: _ => throw new UnauthorizedAccessException()));

    // RELIABILITY 7
    [Fact]
    public void Take_TellsAShareThatBreaksOff() =>
        AssertRefused("file-unreadable", true, WorkbookSnapshot.Take(_file, open: _ => throw new IOException("network")));

    [Fact]
    public void Take_TellsAFileAboveTheLimit() =>
        AssertRefused("file-too-large", false, WorkbookSnapshot.Take(_file, new WorkbookLimits { MaxFileBytes = Content.Length - 1 }));

    // RELIABILITY 6
    [Fact]
    public void Take_TellsAFileThatGrowsWhileRead() => AssertRefused("file-changing", true, WorkbookSnapshot.Take(_file, open: path =>
    {
        File.AppendAllText(path, "thêm");
        return File.OpenRead(path);
    }));

    [Fact]
    public void Take_TellsAFileReplacedByOneOfTheSameSize() => AssertRefused("file-changing", true, WorkbookSnapshot.Take(_file, open: path =>
    {
        var stream = new MemoryStream(Content);
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return stream;
    }));

    [Fact]
    public void Take_TellsAFileShorterThanItsSize() =>
        AssertRefused("file-changing", true, WorkbookSnapshot.Take(_file, open: _ => new MemoryStream(Content, 0, 3)));

    // RELIABILITY 8
    [Fact]
    public void Take_GivesUpOnAReadThatHangs_AndBeginsNoOther_UntilItEnds()
    {
        using var hung = new ManualResetEventSlim();
        using var ended = new ManualResetEventSlim();
        var limits = new WorkbookLimits { MaxTime = TimeSpan.FromMilliseconds(50) };
        var clock = Stopwatch.StartNew();
        var begun = 0;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            AssertRefused("file-too-slow", true, WorkbookSnapshot.Take(_file, limits, path =>
            {
                begun++;
                hung.Wait();
                return new EndSignal(File.ReadAllBytes(path), ended);
            }));
        }

        Assert.Equal(1, begun);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1));
        hung.Set();
        ended.Wait();
        Assert.True(SpinWait.SpinUntil(() => WorkbookSnapshot.Take(_file).Snapshot is not null, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Read_MakesARefusalAFinding()
    {
        var read = WorkbookReader.Read(_file + ".khong-co", "so-theo-doi\\mat.xlsx");
        Assert.Equal(("file-missing", "so-theo-doi/mat.xlsx", true), (read.Refusal!.Code, read.Refusal.File, read.IsTemporary));
    }

    /// <summary>Says when it is closed.</summary>
    private sealed class EndSignal(byte[] content, ManualResetEventSlim ended) : MemoryStream(content)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            ended.Set();
        }
    }

    private static void AssertRefused(string code, bool isTemporary, SnapshotOutcome taken) =>
        Assert.Equal((null, code, isTemporary), (taken.Snapshot, taken.Refusal?.Code, taken.IsTemporary));
}
