using System.Text;
using MimeKit.Text;

namespace CcHc.Adapters.Mail.Mailbox;

/// <summary>The words of an HTML message (chữ trong thư HTML); nothing of it is drawn, fetched or run.</summary>
internal static class HtmlWords
{
    public static string Of(string html)
    {
        var (words, hidden) = (new StringBuilder(), 0);
        using var source = new StringReader(html);
        var tokens = new HtmlTokenizer(source);
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken { Id: HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Head or HtmlTagId.Title } aside)
            {
                hidden = Math.Max(0, hidden + (aside.IsEndTag ? -1 : aside.IsEmptyElement ? 0 : 1));
            }
            else if (token is HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI })
            {
                words.Append('\n');
            }
            else if (token is HtmlTagToken { Id: HtmlTagId.TD })
            {
                words.Append(' ');
            }
            else if (hidden == 0 && token is HtmlDataToken { Data: var data } and not HtmlScriptDataToken)
            {
                words.Append(data);
            }
        }

        return words.ToString().Trim();
    }
}
