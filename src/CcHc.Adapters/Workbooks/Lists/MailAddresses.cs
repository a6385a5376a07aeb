using System.Globalization;
using System.Net.Mail;

namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>The e-mail addresses (địa chỉ thư) people type in one cell: several, with names, stray marks and domains in other scripts.</summary>
/// <param name="Good">Each once, as typed but for the stray marks.</param>
/// <param name="Bad">Pieces that cannot be mailed to, as typed.</param>
internal sealed record MailAddresses(IReadOnlyList<string> Good, IReadOnlyList<string> Bad)
{
    /// <summary>Nobody types more into one cell; what follows is told as it stands.</summary>
    private const int MostInACell = 100;

    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    public static MailAddresses In(string cell)
    {
        var good = new List<string>();
        var bad = new List<string>();
        foreach (var typed in cell.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Pieces))
        {
            if (good.Count + bad.Count == MostInACell)
            {
                bad.Add("…");
                break;
            }

            if (!IsMailable(typed))
            {
                bad.Add(typed);
            }
            else if (!good.Contains(typed, StringComparer.OrdinalIgnoreCase))
            {
                good.Add(typed);
            }
        }

        return new MailAddresses(good, bad);
    }

    /// <summary>A comma parts addresses, unless it stands in the name before "&lt;address&gt;".</summary>
    private static IEnumerable<string> Pieces(string part)
    {
        var start = 0;
        for (int open; (open = part.IndexOf('<', start)) >= 0;)
        {
            var close = part.IndexOf('>', open);
            if (close < 0)
            {
                yield return part[start..];
                yield break;
            }

            yield return WithoutMarks(part[(open + 1)..close]);
            for (start = close + 1; start < part.Length && part[start] is ',' or ' '; start++)
            {
            }
        }

        foreach (var piece in part[start..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(WithoutMarks)
            .Where(piece => piece.Length > 0))
        {
            yield return piece;
        }
    }

    private static string WithoutMarks(string piece)
    {
        var bare = piece.Trim(' ', '"', '\'', '.', ',', '(', ')');
        return bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? bare["mailto:".Length..].Trim() : bare;
    }

    private static bool IsMailable(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && IsMailbox(address.AsSpan(0, at)) && IsDomain(address[(at + 1)..]) && MailAddress.TryCreate(address, out _);
    }

    /// <summary>Servers differ in taking accented mailbox names; such an address is named to the office rather than tried.</summary>
    private static bool IsMailbox(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !".!#$%&'*+/=?^_`{|}~-".Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return name.Length <= 64 && name[0] != '.' && name[^1] != '.' && name.IndexOf("..") < 0;
    }

    private static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length > 1 && labels[^1].Length > 1 && !labels[^1].All(char.IsAsciiDigit) && HasAsciiForm(domain);
    }

    private static bool HasAsciiForm(string domain)
    {
        try
        {
            return Domains.GetAscii(domain).Length is > 0 and <= 253;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
