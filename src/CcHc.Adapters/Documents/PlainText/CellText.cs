using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>The words of a cell from the lines it was wrapped to.</summary>
internal static class CellText
{
    public static string Join(IEnumerable<string> lines)
    {
        var joined = new List<string>();
        foreach (var line in lines.Select(VietnameseText.OneLine).Where(line => line.Length > 0))
        {
            if (joined.Count > 0 && WrappedLines.GoesOnInCell(joined[^1], line))
            {
                joined[^1] += " " + line;
            }
            else
            {
                joined.Add(line);
            }
        }

        return string.Join('\n', joined);
    }
}
