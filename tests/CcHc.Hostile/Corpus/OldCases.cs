using System.Buffers.Binary;
using System.Text;

namespace CcHc.Hostile.Corpus;

/// <summary>Compound files and workbooks of Excel 97–2003 that are cut short, run in circles or lie (sổ .xls xấu).</summary>
internal static class OldCases
{
    private const int Sector = 512;

    public static IEnumerable<HostileFile> All => [.. Containers(Place.Register), .. Containers(Place.Report), .. Records()];

    private static IEnumerable<HostileFile> Containers(Place place)
    {
        HostileFile Case(string name, Func<byte[]> make, string? refusal = null) => new($"old/{name}/{place}", place, make, refusal) { Extension = ".xls" };
        HostileFile Changed(string name, Action<byte[]> change, string? refusal = null) => Case(name, () =>
        {
            var file = Seeds.OldOf(place);
            change(file);
            return file;
        }, refusal);

        yield return Case("as-it-is", () => Seeds.OldOf(place), "") with { IsWholeDay = true };
        for (var i = 1; i < 25; i++)
        {
            var percent = i * 4;
            yield return Case($"cut-at-{percent}", () => Seeds.OldOf(place) is var good ? good[..(good.Length * percent / 100)] : []);
        }

        yield return Case("header-alone", () => Seeds.OldOf(place)[..Sector]);
        yield return Case("mark-alone", () => Seeds.OldOf(place)[..8]);
        yield return Case("half-saved", () => Seeds.OldOf(place) is var good ? [.. good.AsSpan(0, good.Length / 2), .. new byte[good.Length / 2]] : []);
        yield return Case("xlsx-under-its-name", () => Seeds.Of(place), "");
        yield return Case("html-under-its-name", () => File.ReadAllBytes(Odd("libreoffice-html.xls")), "workbook-html");
        yield return Case("password", () => File.ReadAllBytes(Odd("password.xls")), "workbook-password");
        yield return Case("encrypted-agile",
            () =>
                CompoundBuilder.Of(
                    ("EncryptionInfo",
                        [4, 0, 4, 0, 0x40, 0, 0, 0, .. Encoding.UTF8.GetBytes("<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\"/>")]),
                        ("EncryptedPackage", new byte[9_000])), "workbook-password");
        yield return Case("encrypted-standard",
            () => CompoundBuilder.Of(("EncryptionInfo", [4, 0, 2, 0, 0x24, 0, 0, 0]), ("EncryptedPackage", new byte[9_000])), "workbook-password");
        yield return Case("sensitivity-label",
            () => CompoundBuilder.Of(("\u0006DataSpaces", new byte[10]), ("EncryptedPackage", new byte[9_000]),
                ("LabelInfo", Encoding.UTF8.GetBytes("<labelList/>"))), "workbook-password");
        yield return Case("word-97", () => CompoundBuilder.Of(("WordDocument", new byte[5_000])), "workbook-unknown");
        yield return Case("no-streams", () => CompoundBuilder.Of(), "workbook-unknown");
        yield return Case("book-95", () => CompoundBuilder.Of(("Book", [.. new Biff().Record(0x809, [0, 5, 5, 0, 0, 0, 0, 0]).Record(0x0A, []).ToBytes()])));
        yield return Case("both-books", () => CompoundBuilder.Of(("Book", new byte[5_000]), ("Workbook", new byte[5_000])));
        yield return Case("stream-of-zeros", () => CompoundBuilder.Of(("Workbook", new byte[100_000])));
        yield return Case("stream-of-ones", () => CompoundBuilder.Of(("Workbook", [.. Enumerable.Repeat((byte)0xFF, 100_000)])));
        yield return Case("stream-empty", () => CompoundBuilder.Of(("Workbook", [])));
        foreach (var number in new uint[] { 0, 1, 5, 0x7FFFFFFF, 0xFFFFFFFA, 0xFFFFFFFC, 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF })
        {
            foreach (var (name, at) in new[] { ("tables", 44), ("directory", 48), ("shortest", 56), ("short-table", 60), ("short-tables", 64),
                ("more-lists", 68), ("lists", 72), ("first-table", 76), ("second-table", 80) })
            {
                yield return Changed($"{name}-{number:X}", file => Write(file, at, number));
            }
        }

        foreach (var shift in new[] { 0, 1, 6, 8, 10, 12, 16, 31, 0xFFFF })
        {
            yield return Changed($"sector-shift-{shift}", file => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), (ushort)shift));
        }

        yield return Changed("chain-bites-itself", file => Write(file, Table(file) + 4 * 3, 3));
        yield return Changed("chain-of-two", file =>
        {
            Write(file, Table(file) + 4 * 2, 4);
            Write(file, Table(file) + 4 * 4, 2);
        });
        yield return Changed("chains-cross", file => Write(file, Table(file) + 4, 6));
        yield return Changed("all-chains-end", file => Fill(file, 0xFFFFFFFE));
        yield return Changed("all-chains-free", file => Fill(file, 0xFFFFFFFF));
        yield return Changed("all-chains-one-sector", file => Fill(file, 1));
        for (var entry = 0; entry < 4; entry++)
        {
            foreach (var (name, at) in new[] { ("left", 68), ("right", 72), ("child", 76), ("start", 116), ("size", 120) })
            {
                foreach (var number in new uint[] { 0, 1, 2, 0x7FFFFFFF, 0xFFFFFFFE })
                {
                    var where = entry;
                    yield return Changed($"entry-{where}-{name}-{number:X}", file => Write(file, Directory(file) + where * 128 + at, number));
                }
            }

            var named = entry;
            yield return Changed($"entry-{named}-name-length",
                file => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(Directory(file) + named * 128 + 64), 0xFFFF));
            yield return Changed($"entry-{named}-kind", file => file[Directory(file) + named * 128 + 66] = 0xEE);
        }
    }

    private static IEnumerable<HostileFile> Records()
    {
        HostileFile Case(string name, Func<byte[]> make, string? refusal = null, bool isSlow = false) =>
            new($"old/records/{name}", Place.Register, make, refusal) { Extension = ".xls", IsSlow = isSlow };
        HostileFile Global(string name, Action<Biff> globals) =>
            Case("global-" + name, () => Biff.Workbook(globals, sheet => sheet.Record(0xFD, [.. Biff.Words(0, 0, 0), 0, 0, 0, 0])));
        HostileFile Sheet(string name, Action<Biff> sheet, bool isSlow = false) => Case("sheet-" + name, () => Biff.Workbook(null, sheet), null, isSlow);

        yield return Case("plain", () => Biff.Workbook(null, Table), "");
        yield return Case("no-sheet", () => Biff.Workbook(sheets: 0));
        yield return Case("sheets-500", () => Biff.Workbook(null, Table, 500));
        yield return Case("sheets-501", () => Biff.Workbook(null, Table, 501));
        yield return Case("sheets-of-one-place", () => Biff.Workbook(null, sheet => Cells(sheet, 20_000, 4), 400, isOnePlace: true), null, isSlow: true);
        yield return Case("sheets-huge-and-blank",
            () => Biff.Workbook(null, sheet => sheet.Record(0x200, [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0]).Record(0x201, Biff.Words(65_535, 255, 0)), 400),
            null, isSlow: true);
        yield return Case("sheet-place-zero", () => Biff.Workbook(head => head.Record(0x85, [0, 0, 0, 0, 0, 0, 1, 0, 65])));
        yield return Case("sheet-place-beyond", () => Biff.Workbook(head => head.Record(0x85, [0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 1, 0, 65])));
        yield return Case("sheet-place-negative", () => Biff.Workbook(head => head.Record(0x85, [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 1, 0, 65])));
        yield return Case("sheet-name-long", () => Biff.Workbook(head => head.Record(0x85, [0, 0, 0, 0, 0, 0, 255, 1, 65])));
        yield return Global("no-end", head => head.Record(0x0A, [], 0xFFFF));
        yield return Global("record-longest", head => head.Record(0x1234, [], 0xFFFF));
        yield return Global("texts-told-many",
            head => head.Record(0xFC, [.. BitConverter.GetBytes(-1), .. BitConverter.GetBytes(int.MaxValue), .. Biff.Text("a")]));
        yield return Global("texts-negative", head => head.Record(0xFC, [.. BitConverter.GetBytes(-1), .. BitConverter.GetBytes(-1)]));
        yield return Global("text-told-longer", head => head.Record(0xFC, [1, 0, 0, 0, 1, 0, 0, 0, .. Biff.Text("a", 0xFFFF)]));
        yield return Global("text-goes-on-nowhere", head => head.Record(0xFC, [1, 0, 0, 0, 1, 0, 0, 0, 0xFF, 0xFF, 1]).Record(0x3C, []).Record(0x3C, [1]));
        yield return Global("text-goes-on-often", head =>
        {
            head.Record(0xFC, [1, 0, 0, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0, 65]);
            for (var i = 0; i < 20_000; i++)
            {
                head.Record(0x3C, [0, 65]);
            }
        });
        yield return Global("continue-alone", head => head.Record(0x3C, [1, 2, 3]));
        yield return Global("text-runs-told-many", head => head.Record(0xFC, [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 8, 0xFF, 0xFF, 65]));
        yield return Global("text-phonetics-huge", head => head.Record(0xFC, [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 4, 0xFF, 0xFF, 0xFF, 0x7F, 65]));
        foreach (var page in new[] { 0, 1, 437, 1252, 1258, 1200, 65001, 32768, 65535 })
        {
            yield return Global($"code-page-{page}", head => head.Record(0x42, Biff.Words(page)));
        }

        yield return Global("file-pass-weak", head => head.Record(0x2F, [0, 0, 1, 2, 3, 4]));
        yield return Global("file-pass-rc4", head => head.Record(0x2F, [1, 0, 1, 0, 1, 0, .. new byte[48]]));
        yield return Global("file-pass-empty", head => head.Record(0x2F, []));
        yield return Global("file-pass-unknown", head => head.Record(0x2F, [9, 0, 9, 0, 9, 0]));
        yield return Global("format-endless", head => head.Record(0x41E, [200, 0, .. Biff.Text(new string('[', 4_000))]));
        yield return Global("format-lies", head => head.Record(0x41E, [200, 0, 0xFF, 0xFF, 1, 65]));
        yield return Global("font-lies", head => head.Record(0x31, [.. new byte[14], 0xFF, 1]));
        yield return Global("font-old-with-lies",
            head => head.Record(0x31, [.. new byte[14], 7, 0, .. Encoding.ASCII.GetBytes(".VnTime")])
                .Record(0xFC, [1, 0, 0, 0, 1, 0, 0, 0, 3, 0, 8, 0xFF, 0xFF, 65, 66, 67, .. Biff.Words(60_000, 60_000, 1, 0)]));
        yield return Global("days-from-1904", head => head.Record(0x22, Biff.Words(1)));
        foreach (var kind in new[] { 0x06, 0x08, 0x0A, 0x22, 0x2F, 0x31, 0x3C, 0x42, 0x55, 0x7D, 0x7E, 0x85, 0xBD, 0xBE, 0xD6, 0xE0, 0xE5, 0xFC, 0xFD, 0xFF,
            0x1AE, 0x200, 0x201, 0x203, 0x204, 0x205, 0x207, 0x208, 0x221, 0x23E, 0x27E, 0x41E, 0x809 })
        {
            yield return Global($"empty-{kind:X}", head => head.Record(kind, []));
            yield return Sheet($"empty-{kind:X}", body => body.Record(kind, []));
            yield return Sheet($"ones-{kind:X}", body => body.Record(kind, [.. Enumerable.Repeat((byte)0xFF, 200)]));
            yield return Sheet($"short-{kind:X}", body => body.Record(kind, [1], 8_000));
        }

        yield return Sheet("size-told-huge", body => body.Record(0x200, [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0xFF, 0xFF, 0, 0]));
        yield return Sheet("size-told-negative", body => body.Record(0x200, [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 9, 0, 1, 0, 0, 0]));
        yield return Sheet("last-cell", body => body.Record(0x200, [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0])
            .Record(0x203, [.. Biff.Words(65_535, 255, 0), .. BitConverter.GetBytes(1.0)]));
        yield return Sheet("cell-beyond", body => body.Record(0x203, [.. Biff.Words(65_535, 65_535, 0), .. BitConverter.GetBytes(1.0)]));
        foreach (var number in new[] { double.NaN, double.PositiveInfinity, double.MinValue, double.MaxValue, double.Epsilon, -1, 60, 2958466, 1e10 })
        {
            yield return Sheet(FormattableString.Invariant($"number-{number:G3}"),
                body => body.Record(0x203, [.. Biff.Words(0, 0, 0), .. BitConverter.GetBytes(number)])
                    .Record(0x203, [.. Biff.Words(0, 1, 1), .. BitConverter.GetBytes(number)]).Record(0x27E, [.. Biff.Words(0, 2, 1), 0xFF, 0xFF, 0xFF, 0x7F]));
        }

        yield return Sheet("style-beyond", body => body.Record(0x203, [.. Biff.Words(0, 0, 65_000), .. BitConverter.GetBytes(46_000.0)]));
        yield return Sheet("text-beyond", body => body.Record(0xFD, [.. Biff.Words(0, 0, 0), 0xFF, 0xFF, 0xFF, 0x7F]));
        yield return Sheet("merges-lie", body => body.Record(0xE5, [0xFF, 0xFF, 0, 0, 1, 0, 0, 0, 1, 0]));
        yield return Sheet("merges-many", body =>
        {
            for (var i = 0; i < 200; i++)
            {
                body.Record(0xE5, [.. Biff.Words(1_000), .. Enumerable.Range(0, 1_000).SelectMany(_ => Biff.Words(0, 65_535, 0, 255))]);
            }
        });
        yield return Sheet("multiple-cells-lie",
            body => body.Record(0xBD, [.. Biff.Words(0, 0, 0), 0, 0, 0, 0, .. Biff.Words(65_535)]).Record(0xBE, Biff.Words(0, 5, 0, 0, 2)));
        yield return Sheet("formula-text-missing", body => body.Record(0x06, [.. Biff.Words(0, 0, 0), 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[8]]));
        yield return Sheet("formula-text-lies",
            body => body.Record(0x06, [.. Biff.Words(0, 0, 0), 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[8]]).Record(0x207, [0xFF, 0xFF, 1, 65]));
        yield return Sheet("rows-out-of-order", body => Cells(body, 10, 2));
        yield return Sheet("blocks-lie", body => body.Record(0x20B, [.. new byte[4], 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, .. new byte[4], 0xFF, 0xFF, 0xFF, 0x7F])
            .Record(0xD7, [0xFF, 0xFF, 0xFF, 0xFF, 1, 0]));
        yield return Sheet("cells-million", body => Cells(body, 60_000, 16), isSlow: true);
        yield return Sheet("texts-long", body =>
        {
            for (var row = 0; row < 2_000; row++)
            {
                body.Record(0x204, [.. Biff.Words(row, 0, 0), .. Biff.Text(new string('ă', 4_000))]);
            }
        });
        yield return Sheet("beginnings-nested", body =>
        {
            for (var i = 0; i < 50_000; i++)
            {
                body.Record(0x809, Biff.Beginning(0x20));
            }
        });
    }

    private static void Table(Biff sheet)
    {
        var rows = new[] { "STT|Nhiệm vụ|Cơ quan chủ trì|Thời gian thực hiện", "1|Rà soát thủ tục|Sở Tư pháp|Quý III năm 2026",
            "2|Lập dự toán|Sở Tài chính|Trước ngày 30/6/2026" };
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var (text, column) in rows[row].Split('|').Select((text, column) => (text, column)))
            {
                sheet.Record(0x204, [.. Biff.Words(row, column, 0), .. Biff.Text(text)]);
            }
        }
    }

    private static void Cells(Biff sheet, int rows, int columns)
    {
        sheet.Record(0x200, [0, 0, 0, 0, .. BitConverter.GetBytes(rows), 0, 0, .. Biff.Words(columns), 0, 0]);
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = 0; column < columns; column++)
            {
                sheet.Record(0x203, [.. Biff.Words(row, column, 0), .. BitConverter.GetBytes((double)row)]);
            }
        }
    }

    private static void Fill(byte[] file, uint number)
    {
        for (var at = 0; at < Sector; at += 4)
        {
            Write(file, Table(file) + at, number);
        }
    }

    private static string Odd(string name) => Path.Combine(Repository.Folder, "tests", "CcHc.Adapters.Tests", "TestData", name);

    private static int Table(byte[] file) => Offset(file, 76);

    private static int Directory(byte[] file) => Offset(file, 48);

    private static int Offset(byte[] file, int at) => (int)((BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at)) + 1) * Sector);

    private static void Write(byte[] file, int at, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), number);
}
