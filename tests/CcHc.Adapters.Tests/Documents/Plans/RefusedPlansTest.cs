using System.IO.Compression;
using System.Text;
using CcHc.Adapters.Documents;
using static CcHc.Adapters.Tests.Documents.Plans.PlanFiles;

namespace CcHc.Adapters.Tests.Documents.Plans;

/// <summary>Files that are no plan to be read, or mean harm: one sentence each, with the cure.</summary>
public sealed class RefusedPlansTest
{
    public static TheoryData<string, string> Files { get; } = new()
    {
        { "empty", "plan-empty" }, { "old-word", "plan-doc" }, { "password", "plan-password" }, { "html", "plan-html" }, { "picture", "plan-unknown" },
        { "workbook", "plan-unknown" }, { "scanned", "plan-scanned" },
        { "zip-bomb", "plan-swollen" }, { "many-entries", "plan-swollen" }, { "dtd", "plan-dtd" }, { "broken-xml", "plan-damaged" },
        { "cut-zip", "plan-damaged" }, { "deep-tables", "plan-swollen" }, { "deep-runs", "plan-swollen" },
        { "endless-table", "plan-swollen" }, { "pdf-page-loop", "plan-scanned" }, { "pdf-bomb", "plan-swollen" }, { "pdf-cut", "plan-damaged" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_GivesOneFinding(string kind, string code)
    {
        var read = PlanDocumentReader.Read(Make(kind), "ke-hoach.docx");

        Assert.Null(read.Document);
        Assert.Equal(code, read.Refusal!.Code);
        Assert.NotEmpty(read.Refusal.Remedy);
    }

    [Fact]
    public void Read_LooksAtTheBytes_NotAtTheName() =>
        Assert.NotNull(PlanDocumentReader.Read(Encoding.UTF8.GetBytes("KẾ HOẠCH\n1. Rà soát"), "ke-hoach.docx").Document);

    private static byte[] Make(string kind) => kind switch
    {
        "empty" => [],
        "old-word" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("WordDocument\0")],
        "password" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage\0")],
        "html" => "<html><body>Kế hoạch</body></html>"u8.ToArray(),
        "picture" => [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3],
        "workbook" => Zip(("xl/workbook.xml", "<workbook/>"), ("[Content_Types].xml", "<Types/>")),
        "scanned" => Pdf(([], [])),
        "zip-bomb" => Zip(("word/document.xml", Word("<w:p><w:r><w:t>" + new string('a', 700_000) + "</w:t></w:r></w:p>", 60))),
        "many-entries" => Zip([.. Enumerable.Range(0, 2_500).Select(i => ($"word/{i}.xml", "<a/>"))]),
        "dtd" => Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]>" + Word(P("&b;"), 1))),
        "broken-xml" => Zip(("word/document.xml", Word("<w:p><w:r></w:p>", 1))),
        "cut-zip" => Docx(P("Rà soát"))[..200],
        "deep-tables" => Zip(("word/document.xml", Word(Nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 40), 1))),
        "deep-runs" => Zip(("word/document.xml", Word("<w:p>" + Nested("<w:smartTag>", "</w:smartTag>", 5_000) + "</w:p>", 1))),
        "endless-table" =>
            Zip(("word/document.xml", Word("<w:tbl>" + string.Concat(Enumerable.Repeat("<w:tr><w:tc><w:p/></w:tc></w:tr>", 60_000)) + "</w:tbl>", 1))),
        "pdf-page-loop" => RawPdf("<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"),
        "pdf-bomb" => PdfBomb(),
        "pdf-cut" => Pdf(([new Words("Ke hoach", 60, 700)], []))[..150],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Nested(string open, string close, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + "<w:p/>" + string.Concat(Enumerable.Repeat(close, times));

    private static string Word(string body, int times) =>
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + string.Concat(Enumerable.Repeat(body, times))
            + "</w:body></w:document>";

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] RawPdf(string pages, byte[]? content = null)
    {
        using var bytes = new MemoryStream();
        void Write(string text) => bytes.Write(Encoding.Latin1.GetBytes(text));
        var places = new List<long>();
        void Object(string text)
        {
            places.Add(bytes.Position);
            Write($"{places.Count} 0 obj\n{text}\nendobj\n");
        }

        Write("%PDF-1.5\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object(pages);
        if (content is not null)
        {
            Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>");
            places.Add(bytes.Position);
            Write($"4 0 obj\n<< /Length {content.Length} /Filter /FlateDecode >>\nstream\n");
            bytes.Write(content);
            Write("\nendstream\nendobj\n");
        }

        var table = bytes.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n" + string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n")));
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return bytes.ToArray();
    }

    private static byte[] PdfBomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < 64; i++)
            {
                zlib.Write(new byte[1 << 20]);
            }
        }

        return RawPdf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", packed.ToArray());
    }
}
