using System.IO.Compression;
using System.Text;
using CcHc.Adapters.Workbooks.Reading;

namespace CcHc.Adapters.Tests.Workbooks.Reading;

public class SavedTimeTest
{
    private const string Core =
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dcterms=\"http://purl.org/dc/terms/\">{0}</cp:coreProperties>";

    private static readonly DateTimeOffset OnDisk = At(8);
    private static readonly DateTimeOffset IssuedAt = At(1);
    private static readonly DateTimeOffset Now = At(9);

    [Theory]
    [InlineData("in UTC", "<dcterms:modified>2026-06-05T03:04:05Z</dcterms:modified>", "2026-06-05T03:04:05Z")]
    [InlineData("with an offset", "<dcterms:modified>2026-06-05T10:04:05+07:00</dcterms:modified>", "2026-06-05T03:04:05Z")]
    [InlineData("without any, which is UTC", "<dcterms:modified>2026-06-05T03:04:05</dcterms:modified>", "2026-06-05T03:04:05Z")]
    [InlineData("with fractions", "<dcterms:modified>2026-06-05T03:04:05.5Z</dcterms:modified>", "2026-06-05T03:04:05.5Z")]
    [InlineData("later than on the disk", "<dcterms:modified>2026-06-09T00:00:00Z</dcterms:modified>", null)]
    [InlineData("still to come", "<dcterms:modified>2026-06-09T00:00:01Z</dcterms:modified>", null)]
    [InlineData("the form's own", "<dcterms:modified>2026-06-01T00:00:00Z</dcterms:modified>", null)]
    [InlineData("before the form", "<dcterms:modified>1899-12-30T00:00:00Z</dcterms:modified>", null)]
    [InlineData("before the first day there is", "<dcterms:modified>0001-01-01T00:00:00+07:00</dcterms:modified>", null)]
    [InlineData("no time", "<dcterms:modified>hôm qua</dcterms:modified>", null)]
    [InlineData("elements in place of a time", "<dcterms:modified><b>2026-06-05T03:04:05Z</b></dcterms:modified>", null)]
    [InlineData("only when it was made", "<dcterms:created>2026-06-05T03:04:05Z</dcterms:created>", null)]
    public void TheTimeInTheFile_IsBelieved_WhenItCanBe(string which, string inside, string? expected) =>
        Assert.Equal((which, expected is null ? OnDisk : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)),
            (which, Of(Zip(string.Format(System.Globalization.CultureInfo.InvariantCulture, Core, inside)))));

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x xmlns:t=\"http://purl.org/dc/terms/\"><t:modified>&e;</t:modified></x>")]
    [InlineData("<cp:coreProperties")]
    [InlineData("\u0001\u0002")]
    [InlineData("")]
    public void APartNobodyCanRead_SaysNothing(string core) => Assert.Equal(OnDisk, Of(Zip(core)));

    [Fact]
    public void AFileWithoutThePart_SaysNothing() => Assert.Equal(OnDisk, Of(Zip(null)));

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 cut short")]
    [InlineData("Mã;Tên")]
    public void WhatIsNoPackage_SaysNothing(string bytes) => Assert.Equal(OnDisk, Of(Encoding.Latin1.GetBytes(bytes)));

    [Fact]
    public void ASwollenPart_IsNotReadToItsEnd() =>
        Assert.Equal(OnDisk,
            Of(Zip("<x>" + new string(' ', 40 << 20) + "<t:modified xmlns:t=\"http://purl.org/dc/terms/\">2026-06-05T03:04:05Z</t:modified></x>")));

    private static DateTimeOffset Of(byte[] bytes)
    {
        var saved = SavedTime.Of(WorkbookSnapshot.Of(bytes, OnDisk.UtcDateTime), IssuedAt, Now);
        Assert.Equal(TimeSpan.Zero, saved.Offset);
        return saved;
    }

    private static byte[] Zip(string? core)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("xl/workbook.xml").Open().Dispose();
            if (core is not null)
            {
                using var part = zip.CreateEntry("docProps/core.xml").Open();
                part.Write(Encoding.UTF8.GetBytes(core));
            }
        }

        return bytes.ToArray();
    }

    private static DateTimeOffset At(int day) => new(2026, 6, day, 0, 0, 0, TimeSpan.Zero);
}
