using System.Text;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>
/// Words of a form made comparable (chữ của biểu mẫu): letters and digits only, whatever marks, accents and spaces a program or a person put between them.
/// </summary>
internal static class FormText
{
    /// <summary>"Số, ký hiệu văn bản *" is "so ky hieu van ban".</summary>
    public static string Words(string? text)
    {
        var words = new StringBuilder();
        foreach (var c in VietnameseText.Fold(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(c);
            }
            else if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }

    /// <summary>Without a remark in brackets: "Ngày hoàn thành (dd/mm/yyyy)" is "ngay hoan thanh".</summary>
    public static string HeaderWords(string header) => Words(header.IndexOf('(', StringComparison.Ordinal) is var bracket and > 0 ? header[..bracket] : header);

    /// <summary>Where words stand among others, not within another word; -1 when they do not.</summary>
    public static int IndexOf(string words, string sought)
    {
        for (var at = words.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = words.IndexOf(sought, at + 1, StringComparison.Ordinal))
        {
            var end = at + sought.Length;
            if ((at == 0 || words[at - 1] == ' ') && (end == words.Length || words[end] == ' '))
            {
                return at;
            }
        }

        return -1;
    }
}
