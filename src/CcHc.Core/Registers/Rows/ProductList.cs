using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Rows;

/// <summary>Splits a product cell (sản phẩm): a bullet each; without bullets at ";" outside brackets.</summary>
public static partial class ProductList
{
    public static IReadOnlyList<string> Split(string text)
    {
        var written = VietnameseText.Normalize(text);
        if (!written.AsSpan().ContainsAny('\n', ';') && written.Trim() is var only && !Bullet().IsMatch(only))
        {
            return Trim(only) is var product && VietnameseText.HasWords(product) ? [product] : [];
        }

        var lines = written.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parts = lines.Any(line => Bullet().IsMatch(line)) ? AtBullets(lines) : JoinWraps(lines).SelectMany(AtSemicolons);
        return [.. parts.Select(Trim).Where(VietnameseText.HasWords)];
    }

    /// <summary>A line without a bullet goes on with the product above it; a "+" below a line that ends with ":" too.</summary>
    private static List<string> AtBullets(IEnumerable<string> lines)
    {
        var parts = new List<string>();
        foreach (var line in lines)
        {
            var bullet = Bullet().Match(line);
            var isOwn = bullet.Success
                && !(line[0] == '+' && parts.Count > 0 && (parts[^1].EndsWith(':') || parts[^1].Contains(": + ", StringComparison.Ordinal)));
            if (isOwn || parts.Count == 0)
            {
                parts.Add(line[bullet.Length..]);
            }
            else
            {
                parts[^1] += " " + line;
            }
        }

        return parts;
    }

    /// <summary>A line that begins with a small letter is a hand-made wrap of the line above.</summary>
    private static List<string> JoinWraps(IEnumerable<string> lines)
    {
        var parts = new List<string>();
        foreach (var line in lines)
        {
            if (parts.Count > 0 && !parts[^1].EndsWith(';') && !parts[^1].EndsWith('.') && !char.IsUpper(line[0]) && !char.IsDigit(line[0]))
            {
                parts[^1] += " " + line;
            }
            else
            {
                parts.Add(line);
            }
        }

        return parts;
    }

    private static IEnumerable<string> AtSemicolons(string line)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            depth = line[i] switch { '(' or '[' => depth + 1, ')' or ']' => Math.Max(0, depth - 1), _ => depth };
            if (line[i] == ';' && depth == 0)
            {
                yield return line[start..i];
                start = i + 1;
            }
        }

        yield return line[start..];
    }

    private static readonly char[] Ends = ['.', ';', ' '];

    private static string Trim(string part)
    {
        var text = VietnameseText.OneLine(part).TrimEnd(' ', ';');
        return text.EndsWith("...", StringComparison.Ordinal) ? text : text.TrimEnd(Ends);
    }

    [GeneratedRegex(@"^(?:[-–—+*•●▪◦]\s*|\(?(?:[0-9]{1,2}|[a-zđ])[\.\)]\s+)")]
    private static partial Regex Bullet();
}
