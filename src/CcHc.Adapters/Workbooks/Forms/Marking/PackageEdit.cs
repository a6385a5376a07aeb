using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

namespace CcHc.Adapters.Workbooks.Forms.Marking;

/// <summary>
/// Somebody's workbook with a few of its parts changed (sửa gói tệp): every other part goes into the copy byte for byte. The same changes give the same bytes.
/// </summary>
internal sealed class PackageEdit : IDisposable
{
    /// <summary>
    /// A form is some 50 KB; what is far larger is drawn again instead. Packed anew, it could else become so tight that our own reader took it for a bomb.
    /// </summary>
    public static readonly long LargestPart = WorkbookLimits.Default.RatioFreeBytes;

    private const string TypesPart = "[Content_Types].xml";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Package _package;
    private readonly Dictionary<string, XDocument> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _removed = new(StringComparer.OrdinalIgnoreCase);
    private int _added;

    public PackageEdit(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        _package = new Package(new MemoryStream(bytes.ToArray(), writable: false),
            new WorkbookBudget(new WorkbookLimits { MaxTotalBytes = LargestPart, MaxEntryBytes = LargestPart }));
    }

    /// <summary>Without its list of types no part can be added.</summary>
    public bool HasTypes => Of(TypesPart)?.Root?.Name == Types + "Types";

    public IEnumerable<string> PartNames => _package.PartNames;

    public void Dispose() => _package.Dispose();

    public bool Has(string part) => (_package.Has(part) && !_removed.Contains(part)) || _changed.ContainsKey(part);

    /// <summary>The part, to be changed in place; null when there is none.</summary>
    public XDocument? Of(string part)
    {
        if (_changed.TryGetValue(part, out var changed))
        {
            return changed;
        }

        using var xml = _removed.Contains(part) ? null : _package.Open(part, keepsWhitespace: true);
        return xml is null ? null : _changed[part] = XDocument.Load(xml, LoadOptions.PreserveWhitespace);
    }

    /// <param name="contentType">Null for a part whose extension has one already.</param>
    public void Add(string part, XDocument content, string? contentType)
    {
        _changed[part] = content;
        _removed.Remove(part);
        if (contentType is not null)
        {
            SetType(part, contentType);
        }
    }

    public void Remove(string part)
    {
        _removed.Add(part);
        _changed.Remove(part);
        Of(TypesPart)?.Root!.Elements(Types + "Override").Where(one => IsPart(one, part)).Remove();
    }

    public void SetType(string part, string contentType)
    {
        var types = Of(TypesPart)!.Root!;
        types.Elements(Types + "Override").Where(one => IsPart(one, part)).Remove();
        types.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", contentType)));
    }

    public string? TypeOf(string part) => (string?)Of(TypesPart)?.Root!.Elements(Types + "Override")
        .FirstOrDefault(one => IsPart(one, part))?.Attribute("ContentType");

    public void SetTypeOfExtension(string extension, string contentType)
    {
        var types = Of(TypesPart)!.Root!;
        if (!types.Elements(Types + "Default").Any(one => string.Equals((string?)one.Attribute("Extension"), extension, StringComparison.OrdinalIgnoreCase)))
        {
            types.AddFirst(new XElement(Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", contentType)));
        }
    }

    /// <summary>As they stand in the file.</summary>
    public IReadOnlyList<Relationship> RelationshipsOf(string part) => _package.RelationshipsOf(part);

    /// <returns>Its id.</returns>
    public string Relate(string part, string type, string target)
    {
        var name = RelationsOf(part);
        var relations = Of(name);
        if (relations is null)
        {
            Add(name, relations = new XDocument(new XElement(Relations + "Relationships")), null);
        }

        var id = FormattableString.Invariant($"rIdMark{++_added}");
        while (relations.Root!.Elements().Any(one => (string?)one.Attribute("Id") == id))
        {
            id = FormattableString.Invariant($"rIdMark{++_added}");
        }

        relations.Root.Add(
            new XElement(Relations + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", "/" + target)));
        return id;
    }

    public void Unrelate(string part, Func<string, bool> isOfType) =>
        Of(RelationsOf(part))?.Root!.Elements().Where(one => isOfType((string?)one.Attribute("Type") ?? "")).Remove();

    /// <summary>A name no part has: "xl/comments_mark1.xml".</summary>
    public string FreeName(string before, string after)
    {
        for (var number = 1; ; number++)
        {
            if (FormattableString.Invariant($"{before}{number}{after}") is var name && !Has(name))
            {
                return name;
            }
        }
    }

    public byte[] ToBytes()
    {
        using var target = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(_bytes.ToArray(), writable: false), ZipArchiveMode.Read))
        using (var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var copied = new PartCopier();
            foreach (var entry in from.Entries.Where(entry => !_removed.Contains(NameOf(entry)) && written.Add(NameOf(entry))))
            {
                if (_changed.TryGetValue(NameOf(entry), out var changed))
                {
                    Write(to, NameOf(entry), changed);
                }
                else
                {
                    using var content = entry.Open();
                    using var copy = Open(to, NameOf(entry));
                    copied.Copy(NameOf(entry), content, copy);
                }
            }

            foreach (var (name, added) in _changed.Where(part => !written.Contains(part.Key)).OrderBy(part => part.Key, StringComparer.Ordinal))
            {
                Write(to, name, added);
            }
        }

        return target.ToArray();
    }

    private static string NameOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/').TrimStart('/');

    private static string RelationsOf(string part) => part[..(part.LastIndexOf('/') + 1)] is var folder ? $"{folder}_rels/{part[folder.Length..]}.rels" : "";

    private static bool IsPart(XElement type, string part) =>
        string.Equals(((string?)type.Attribute("PartName"))?.TrimStart('/'), part, StringComparison.OrdinalIgnoreCase);

    private static void Write(ZipArchive archive, string name, XDocument content)
    {
        using var stream = Open(archive, name);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        content.Save(xml);
    }

    private static Stream Open(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, System.IO.Compression.CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }
}
