using CcHc.Adapters.Workbooks.Reading;

namespace CcHc.Adapters.Workbooks.Forms.Marking;

/// <summary>Copies the parts nobody changed (phần giữ nguyên), counting as it goes: what a package says of its own sizes is not trusted.</summary>
internal sealed class PartCopier
{
    private static readonly HashSet<string> OfXml = new([".xml", ".rels", ".vml"], StringComparer.OrdinalIgnoreCase);

    private readonly byte[] _buffer = new byte[1 << 16];

    /// <summary>Pictures and all: nobody reads them, and unpacked they may have any size.</summary>
    private long _room = 2 * WorkbookLimits.Default.MaxFileBytes;

    public void Copy(string name, Stream from, Stream to)
    {
        var left = OfXml.Contains(Path.GetExtension(name)) ? Math.Min(_room, PackageEdit.LargestPart) : _room;
        for (var count = from.Read(_buffer); count > 0; count = from.Read(_buffer))
        {
            _room -= count;
            left -= count;
            WorkbookBudget.Refuse(left < 0, "một thành phần giải nén ra quá lớn");
            to.Write(_buffer.AsSpan(0, count));
        }
    }
}
