using System.Text;
using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>The words of a cell from the lines it was wrapped to.</summary>
internal static class CellText
{
    public static string Join(IEnumerable<string> lines)
    {
        var joined = new StringBuilder();
        var last = "";
        foreach (var line in lines.Select(VietnameseText.OneLine).Where(line => line.Length > 0))
        {
            joined.Append(last.Length == 0 ? "" : WrappedLines.GoesOnInCell(last, line) ? " " : "\n").Append(line);
            last = line;
        }

        return joined.ToString();
    }
}
