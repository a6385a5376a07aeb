using System.Xml;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>The texts cells share (bảng chuỗi dùng chung), by number.</summary>
internal sealed class SharedStrings
{
    private readonly List<RunText> _texts = [];

    public RunText this[int index] => (uint)index < (uint)_texts.Count
        ? _texts[index]
        : throw new WorkbookRefusedException(WorkbookRemarks.Damaged("thiếu chuỗi dùng chung"));

    public static SharedStrings Read(XmlReader? xml, RichText richText, WorkbookBudget budget)
    {
        var result = new SharedStrings();
        while (xml is not null && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                WorkbookBudget.Refuse(result._texts.Count >= budget.Limits.MaxStrings, "quá nhiều chuỗi khác nhau");
                result._texts.Add(richText.Read(xml));
            }
        }

        return result;
    }
}
