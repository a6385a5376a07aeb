using CcHc.Adapters.Workbooks.Drawing;

namespace CcHc.Adapters.Tests.Workbooks.Drawing;

public class LinkTargetTest
{
    [Theory]
    [InlineData("/chung/tong-hop/2026-Q2", "/chung/so-theo-doi/a.xlsx", "../../so-theo-doi/a.xlsx")]
    [InlineData("/chung", "/chung/a.xlsx", "a.xlsx")]
    [InlineData("/chung/canh-bao", "/chung/so theo dõi/xã A & B/sổ #2 100%.xlsx", "../so%20theo%20d%C3%B5i/x%C3%A3%20A%20%26%20B/s%E1%BB%95%20%232%20100%25.xlsx")]
    [InlineData("/chung/canh-bao", "/chung/it's.xlsx", "../it%27s.xlsx")]
    public void AddressOf_IsRelativeAndEncoded(string fromFolder, string file, string expected) =>
        Assert.Equal(expected, LinkTarget.AddressOf(fromFolder, file));

    [Theory]
    [InlineData("Nhiệm vụ", "F12", "'Nhiệm vụ'!F12")]
    [InlineData("Bảng 'A'", "B2", "'Bảng ''A'''!B2")]
    public void LocationOf_DoublesApostrophes(string sheet, string cell, string expected) => Assert.Equal(expected, LinkTarget.LocationOf(sheet, cell));
}
