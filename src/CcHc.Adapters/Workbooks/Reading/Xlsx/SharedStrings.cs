using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>The texts cells share (bảng chuỗi dùng chung), by number.</summary>
internal sealed class SharedStrings
{
    /// <summary>A megabyte; a part may say more than it has.</summary>
    private const int MostReserved = 1 << 16;

    private readonly List<(string Text, bool IsBlank)> _texts = [];
    private readonly Dictionary<int, CellTraits> _traits = [];
    private readonly Dictionary<int, IReadOnlyList<StoredRun>> _runs = [];
    private readonly Dictionary<int, string> _underStruck = [];

    /// <summary>A text, and whether it is white space alone: cells are many, and each would look again.</summary>
    public (string Text, bool IsBlank) this[int index] => (uint)index < (uint)_texts.Count
        ? _texts[index]
        : throw new WorkbookRefusedException(WorkbookFindings.Damaged("thiếu chuỗi dùng chung"));

    /// <summary>No text has anything to tell beside its words.</summary>
    public bool ArePlain => _traits.Count == 0 && _runs.Count == 0 && _underStruck.Count == 0;

    public string Text(int index) => this[index].Text;

    public CellTraits Traits(int index) => _traits.Count == 0 ? CellTraits.None : _traits.GetValueOrDefault(index);

    /// <summary>Null for a text whose fonts need not be known.</summary>
    public IReadOnlyList<StoredRun>? Runs(int index) => _runs.Count == 0 ? null : _runs.GetValueOrDefault(index);

    /// <summary>The text in a cell whose own font is struck through: what runs with fonts of their own say; null when there is none.</summary>
    public string? UnderStruck(int index) => _underStruck.Count == 0 ? null : _underStruck.GetValueOrDefault(index);

    public static SharedStrings Read(XmlReader? xml, RichText richText, TextPool pool, WorkbookBudget budget)
    {
        var result = new SharedStrings();
        while (xml is not null && xml.Step())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                continue;
            }

            budget.Pass();
            WorkbookBudget.Refuse(result._texts.Count >= budget.Limits.MaxStrings, "quá nhiều chuỗi khác nhau");
            result.Add(richText.Read(xml), pool);
        }

        return result;
    }

    /// <summary>The same from the bytes of the part.</summary>
    public static SharedStrings Scan(Stream part, RichText richText, TextPool pool, WorkbookBudget budget)
    {
        var result = new SharedStrings();
        using var items = new ItemScanner(part);
        result._texts.EnsureCapacity(Math.Min(items.Told, MostReserved));
        var decoder = new TextDecoder();
        var runs = new RunScanner(richText, decoder);
        while (true)
        {
            var isPlain = items.NextPlain(out var bytes);
            if (!isPlain && (bytes = items.Next()).IsEmpty)
            {
                return result;
            }

            budget.Pass();
            WorkbookBudget.Refuse(result._texts.Count >= budget.Limits.MaxStrings, "quá nhiều chuỗi khác nhau");
            if (isPlain)
            {
                result.AddSettled(pool.SettlePlain(decoder.Decode(bytes)));
            }
            else
            {
                result.Add(runs.ReadItem(bytes), pool);
            }
        }
    }

    private void Add(RunText read, TextPool pool)
    {
        if (read.Traits != CellTraits.None)
        {
            _traits[_texts.Count] = read.Traits;
        }

        if (pool.Settle(read.Runs) is { } runs)
        {
            _runs[_texts.Count] = runs;
        }

        if (read.UnderStruck is { } standing)
        {
            _underStruck[_texts.Count] = pool.Settle(standing);
        }

        AddSettled(pool.Settle(read.Raw));
    }

    private void AddSettled(string text) => _texts.Add((text, string.IsNullOrWhiteSpace(text)));
}
