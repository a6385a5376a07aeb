using System.IO.Compression;
using System.Text;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

/// <summary>
/// One relationship (liên kết nội bộ) of a part: "/worksheet" tells sheets from charts; the target is a part name, or outside and never followed.
/// </summary>
internal sealed record Relationship(string Id, string Type, string Target, bool IsOutside)
{
    /// <summary>The transitional and the strict namespaces differ in front and agree in the last word.</summary>
    public bool IsA(string kind) => Type.EndsWith('/' + kind, StringComparison.Ordinal);
}

/// <summary>The parts of an Open XML package (gói OOXML), opened one at a time under the budget.</summary>
internal sealed class Package : IDisposable
{
    private const int BufferBytes = 4096;
    private const int SmallestBufferBytes = 512;
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly WorkbookBudget _budget;
    private readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = false,
        CloseInput = true,
        NameTable = new CountedNames(),
    };

    private readonly XmlReaderSettings _spaced;
    private readonly KnownNames _names;

    public Package(Stream bytes, WorkbookBudget budget)
    {
        _spaced = _settings.Clone();
        _spaced.IgnoreWhitespace = false;
        _names = new KnownNames(_settings.NameTable!);
        _budget = budget;
        _zip = ZipTroubles.Guard(() => new ZipArchive(bytes, ZipArchiveMode.Read));
        foreach (var entry in ZipTroubles.Guard(() => _zip.Entries))
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public IReadOnlyCollection<string> PartNames => _parts.Keys;

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>A reader that resolves nothing and refuses a DTD; null when the package has no such part.</summary>
    /// <param name="keepsWhitespace">White space between elements counts, as it does between the words of an OpenDocument.</param>
    public XmlReader? Open(string part, bool keepsWhitespace = false)
    {
        // The size is only what the file says of itself: a hint for small parts, of which there are many.
        return OpenBytes(part) is { } bytes
            ? Read(bytes, (int)Math.Clamp(_parts[part].Length, SmallestBufferBytes, BufferBytes), keepsWhitespace ? _spaced : _settings) : null;
    }

    /// <summary>A part's inflated bytes, counted, as UTF-8; null when the package has no such part.</summary>
    public Stream? OpenBytes(string part) =>
        // Counted as UTF-8 whatever the part is written in, or the counting of its bytes could be led astray.
        _parts.TryGetValue(part, out var entry) ? new CountedStream(PartEncoding.ToUtf8(ZipTroubles.Guard(entry.Open)), entry.CompressedLength, _budget) : null;

    /// <summary>What a part says (null where the package has no such part), read from its bytes where it is written as usual.</summary>
    /// <param name="read">Called a second time, with another reader, for a part that is not.</param>
    public T Read<T>(string part, Func<XmlReader?, T> read) => Scanned.OrElse(_budget, null, () =>
    {
        using var xml = OpenBytes(part) is { } bytes ? Scan(bytes) : null;
        return read(xml);
    }, () =>
    {
        using var xml = Open(part);
        return read(xml);
    });

    /// <summary>A reader of bytes opened before, as long as they are written as usual.</summary>
    public XmlReader Scan(Stream bytes) => new PlainXmlReader(bytes, _names);

    private static XmlReader Read(Stream bytes, int buffer, XmlReaderSettings settings) =>
        XmlReader.Create(new StreamReader(bytes, Utf8, detectEncodingFromByteOrderMarks: false, buffer), settings);

    /// <summary>The relationships of a part, or of the whole package for "".</summary>
    public IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        return Read($"{folder}_rels/{part[folder.Length..]}.rels", xml => Relationships(xml, folder));
    }

    private List<Relationship> Relationships(XmlReader? xml, string folder)
    {
        var found = new List<Relationship>();
        while (xml is not null && xml.Step())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
            {
                WorkbookBudget.Refuse(found.Count >= _budget.Limits.MaxEntries, "quá nhiều liên kết nội bộ");
                var target = xml.GetAttribute("Target") ?? "";
                var isOutside = xml.GetAttribute("TargetMode") == "External";
                found.Add(
                    new Relationship(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", isOutside ? target : Resolve(folder, target), isOutside));
            }
        }

        return found;
    }

    public void Dispose() => _zip.Dispose();

    private static string Resolve(string folder, string target)
    {
        var path = Uri.UnescapeDataString(target).Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
