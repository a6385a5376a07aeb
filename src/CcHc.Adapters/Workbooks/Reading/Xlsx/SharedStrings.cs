using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>The texts cells share (bảng chuỗi dùng chung), by number.</summary>
internal sealed class SharedStrings
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<int, CellTraits> _traits = [];
    private readonly Dictionary<int, IReadOnlyList<StoredRun>> _runs = [];
    private readonly Dictionary<int, string> _underStruck = [];

    public string Text(int index) => (uint)index < (uint)_texts.Count
        ? _texts[index]
        : throw new WorkbookRefusedException(WorkbookFindings.Damaged("thiếu chuỗi dùng chung"));

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
        for (var bytes = items.Next(); !bytes.IsEmpty; bytes = items.Next())
        {
            budget.Pass();
            WorkbookBudget.Refuse(result._texts.Count >= budget.Limits.MaxStrings, "quá nhiều chuỗi khác nhau");
            result.Add(RunScanner.ReadItem(bytes, richText), pool);
        }

        return result;
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

        _texts.Add(pool.Settle(read.Raw));
    }
}
