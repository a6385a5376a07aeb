using System.Diagnostics;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks;

namespace CcHc.Adapters.Tests.Workbooks;

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

    [Fact]
    public void Take_LeavesTheFolderAsItWas()
    {
        var before = (new FileInfo(_file).LastWriteTimeUtc, Directory.GetFileSystemEntries(_folder.Path));
        WorkbookSnapshot.Take(_file);
        Assert.Equal(before.LastWriteTimeUtc, new FileInfo(_file).LastWriteTimeUtc);
        Assert.Equal(before.Item2, Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Take_Succeeds_WhenAnotherProgramHasTheFileOpenForWriting()
    {
        using var office = new FileStream(_file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        Assert.NotNull(WorkbookSnapshot.Take(_file).Snapshot);
        office.WriteByte(9);
    }

    [Fact]
    public void Take_TellsALockedFile()
    {
        using var exclusive = new FileStream(_file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        AssertRefused("file-locked", true, WorkbookSnapshot.Take(_file));
    }

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

    [Fact]
    public void Take_TellsAShareThatBreaksOff() =>
        AssertRefused("file-unreadable", true, WorkbookSnapshot.Take(_file, open: _ => throw new IOException("network")));

    [Fact]
    public void Take_TellsAFileAboveTheLimit() =>
        AssertRefused("file-too-large", false, WorkbookSnapshot.Take(_file, new WorkbookLimits { MaxFileBytes = Content.Length - 1 }));

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
    public void Take_TellsAFileShorterThanItsSize() => AssertRefused("file-changing", true, WorkbookSnapshot.Take(_file, open: _ => new MemoryStream(Content, 0, 3)));

    [Fact]
    public void Take_GivesUpOnAReadThatHangs()
    {
        using var hung = new ManualResetEventSlim();
        var clock = Stopwatch.StartNew();
        var taken = WorkbookSnapshot.Take(_file, new WorkbookLimits { MaxTime = TimeSpan.FromMilliseconds(50) }, _ =>
        {
            hung.Wait();
            return Stream.Null;
        });
        hung.Set();
        AssertRefused("file-too-slow", true, taken);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Read_MakesARefusalAFinding()
    {
        var read = WorkbookReader.Read(_file + ".khong-co", "so-theo-doi\\mat.xlsx");
        Assert.Equal(("file-missing", "so-theo-doi/mat.xlsx", true), (read.Refusal!.Code, read.Refusal.File, read.IsTemporary));
    }

    private static void AssertRefused(string code, bool isTemporary, SnapshotOutcome taken) =>
        Assert.Equal((null, code, isTemporary), (taken.Snapshot, taken.Refusal?.Code, taken.IsTemporary));
}
