using System.Text;
using CcHc.Adapters.Files;
using CcHc.Adapters.Tests.Workbooks.Drawing;

namespace CcHc.Adapters.Tests.Files;

public sealed class AtomicFileTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Write(string name, string text) => AtomicFile.Write(_folder[name], stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void ANewFile_ReplacesNothing()
    {
        File.WriteAllText(_folder["a.xlsx"], "của hôm nay");
        Assert.Equal(_folder["a (2).xlsx"], AtomicFile.WriteNew(_folder["a.xlsx"], stream => stream.Write("mới"u8)));
        Assert.Equal(("của hôm nay", "mới"), (File.ReadAllText(_folder["a.xlsx"]), File.ReadAllText(_folder["a (2).xlsx"])));
    }

    [Fact]
    public void ALinkInTheTargetsPlace_IsReplacedOrLeft_AndNeverWrittenOrReadThrough()
    {
        File.WriteAllText(_folder["rieng.txt"], "của riêng ta");
        foreach (var link in new[] { "thay.txt", "ghi.txt", "them.txt" })
        {
            File.CreateSymbolicLink(_folder[link], _folder["rieng.txt"]);
        }

        AtomicFile.Replace(_folder["thay.txt"], stream => stream.Write("mới"u8));
        Write("ghi.txt", "mới");
        var added = AtomicFile.Add(_folder["them.txt"], "của riêng ta"u8.ToArray());

        Assert.Equal("của riêng ta", File.ReadAllText(_folder["rieng.txt"]));
        Assert.Equal(("mới", "mới"), (File.ReadAllText(_folder["thay.txt"]), File.ReadAllText(_folder["ghi.txt"])));
        Assert.Equal((_folder["them (2).txt"], true), added);
    }

    [Fact]
    public void Write_PublishesTheTargetAlone_AndMakesItsFolder()
    {
        Assert.Equal(_folder["2026-Q2/bảng tổng hợp.xlsx"], Write("2026-Q2/bảng tổng hợp.xlsx", "một"));

        Assert.Equal(["2026-Q2/bảng tổng hợp.xlsx"], _folder.FileNames);
    }

    [Fact]
    public void Write_ReplacesATargetNobodyHasOpen()
    {
        Write("a.xlsx", "một");

        Assert.Equal(_folder["a.xlsx"], Write("a.xlsx", "hai"));
        Assert.Equal("hai", File.ReadAllText(_folder["a.xlsx"]));
    }

    [Fact]
    public void Write_PublishesBeside_WhileTheTargetIsOpen()
    {
        Write("a.xlsx", "một");
        using (new FileStream(_folder["a.xlsx"], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(_folder["a (2).xlsx"], Write("a.xlsx", "hai"));
            Assert.Equal(_folder["a (3).xlsx"], Write("a.xlsx", "ba"));
        }

        Assert.Equal(["a (2).xlsx", "a (3).xlsx", "a.xlsx"], _folder.FileNames);
        Assert.Equal(["hai", "ba", "một"], _folder.FileNames.Select(name => File.ReadAllText(_folder[name])));
    }

    [Theory]
    [InlineData("~$a.xlsx")]
    [InlineData(".~lock.a.xlsx#")]
    public void Write_PublishesBeside_WhileAnOwnerFileSaysTheTargetIsOpen(string ownerFile)
    {
        Write("a.xlsx", "một");
        File.WriteAllText(_folder[ownerFile], "");

        Assert.Equal(_folder["a (2).xlsx"], Write("a.xlsx", "hai"));
        Assert.Equal("một", File.ReadAllText(_folder["a.xlsx"]));
    }

    [Fact]
    public void Add_NeverReplacesOtherBytes()
    {
        Assert.Equal((_folder["a.xlsx"], true), AtomicFile.Add(_folder["a.xlsx"], "một"u8.ToArray()));
        Assert.Equal((_folder["a (2).xlsx"], true), AtomicFile.Add(_folder["a.xlsx"], "hai"u8.ToArray()));
        Assert.Equal((_folder["a.xlsx"], false), AtomicFile.Add(_folder["a.xlsx"], "một"u8.ToArray()));
        Assert.Equal((_folder["a (2).xlsx"], false), AtomicFile.Add(_folder["a.xlsx"], "hai"u8.ToArray()));
        Assert.Equal(["a (2).xlsx", "a.xlsx"], _folder.FileNames);
        Assert.Equal(["hai", "một"], _folder.FileNames.Select(name => File.ReadAllText(_folder[name])));
    }

    [Fact]
    public void Add_WritesOneFile_WhenManyAddTheSameAtOnce()
    {
        for (var round = 0; round < 50; round++)
        {
            var added = new (string Path, bool IsNew)[16];
            Parallel.For(0, added.Length, i => added[i] = AtomicFile.Add(_folder["a.xlsx"], "một"u8.ToArray()));
            Assert.Equal(["a.xlsx"], _folder.FileNames);
            Assert.Single(added, one => one.IsNew);
            File.Delete(_folder["a.xlsx"]);
        }
    }

    // RELIABILITY 12
    [Fact]
    public void Write_LeavesNothing_WhenWritingFails()
    {
        Write("a.xlsx", "một");

        Assert.Throws<InvalidDataException>(() => AtomicFile.Write(_folder["a.xlsx"], stream =>
        {
            stream.WriteByte(1);
            throw new InvalidDataException();
        }));

        Assert.Equal(["a.xlsx"], _folder.FileNames);
        Assert.Equal("một", File.ReadAllText(_folder["a.xlsx"]));
    }
}
