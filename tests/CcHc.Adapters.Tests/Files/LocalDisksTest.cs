using CcHc.Adapters.Files;
using CcHc.Adapters.Tests.Workbooks.Support;

namespace CcHc.Adapters.Tests.Files;

public sealed class LocalDisksTest : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFolderIsKnown_OnceItWasLookedAt()
    {
        var (disks, file) = (new LocalDisks(TimeSpan.FromHours(1)), _folder.Write("so.xlsx", [1]));
        Assert.False(disks.Hold(file));
        disks.Look(file);
        Assert.True(disks.Hold(file));
        Assert.True(disks.Hold(Path.Combine(_folder.Path, "so-khac.xlsx")));
        Assert.False(disks.Hold(Path.Combine(_folder.Path, "con", "so.xlsx")));
    }

    [Fact]
    public void WhatWasSeen_IsNotBelievedForever()
    {
        var (disks, file) = (new LocalDisks(TimeSpan.Zero), _folder.Write("so.xlsx", [1]));
        disks.Look(file);
        Assert.False(disks.Hold(file));
    }

    [Theory]
    [InlineData("so.xlsx")]
    [InlineData("//may-chu/chia-se/khong-co/so.xlsx")]
    public void AFolderThatIsNotSurelyLocal_IsNeverKnown(string file)
    {
        var disks = new LocalDisks(TimeSpan.FromHours(1));
        disks.Look(file);
        Assert.False(disks.Hold(file));
    }
}
