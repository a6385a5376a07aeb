using System.Xml;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>The texts cells share (bảng chuỗi dùng chung), by number.</summary>
internal sealed class SharedStrings
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<int, CellTraits> _traits = [];
    private readonly Dictionary<int, IReadOnlyList<StoredRun>> _runs = [];

    public string Text(int index) => (uint)index < (uint)_texts.Count
        ? _texts[index]
        : throw new WorkbookRefusedException(WorkbookRemarks.Damaged("thiếu chuỗi dùng chung"));

    public CellTraits Traits(int index) => _traits.Count == 0 ? CellTraits.None : _traits.GetValueOrDefault(index);

    /// <summary>Null for a text whose fonts need not be known.</summary>
    public IReadOnlyList<StoredRun>? Runs(int index) => _runs.Count == 0 ? null : _runs.GetValueOrDefault(index);

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
            var read = richText.Read(xml);
            if (read.Traits != CellTraits.None)
            {
                result._traits[result._texts.Count] = read.Traits;
            }

            if (pool.Settle(read.Runs) is { } runs)
            {
                result._runs[result._texts.Count] = runs;
            }

            result._texts.Add(pool.Settle(read.Raw));
        }

        return result;
    }
}
