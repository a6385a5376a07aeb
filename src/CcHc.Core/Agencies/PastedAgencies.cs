using System.Text;
using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Agencies;

/// <summary>
/// Reads a list of agencies as somebody pastes it (danh sách dán vào): one a line, from a Word list, an Excel column or a letter, with or without number, code
/// and addresses. Communes get the code their name makes.
/// </summary>
public static partial class PastedAgencies
{
    private static readonly (string Words, string Prefix)[] CommuneKinds = [("phuong ", "P"), ("xa ", "X"), ("dac khu ", "DK"), ("thi tran ", "TT")];

    private static readonly char[] Around = [' ', ',', '-', '–', '.', ':', '<', '>', '(', ')'];

    /// <param name="Agencies">In the order of the lines, each once.</param>
    /// <param name="NotRead">Lines that name no agency, as they stand.</param>
    public sealed record Result(IReadOnlyList<Agency> Agencies, IReadOnlyList<string> NotRead);

    public static Result Read(string text)
    {
        var (agencies, notRead) = (new List<Agency>(), new List<string>());
        var (codes, names) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in text.Split('\n'))
        {
            // Only composed: tabs part the columns of what was copied from Excel.
            var plain = line.Normalize().Trim('\r', '\uFEFF', ' ', '\t');
            if (plain.Length == 0 || IsHeading(plain))
            {
                continue;
            }

            if (AgencyOf(plain) is not { } agency)
            {
                notRead.Add(plain);
            }
            else if (names.Add(agency.Name.ToLowerInvariant()))
            {
                agencies.Add(agency with { Code = Free(agency.Code, codes) });
            }
        }

        return new Result(agencies, notRead);
    }

    private static Agency? AgencyOf(string line)
    {
        var emails = Address().Matches(line).Select(match => match.Value.TrimEnd('.')).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var rest = Address().Replace(line, "\t");
        var parts = rest.Split(['\t', ';', '|']).Select(part => Numbering().Replace(VietnameseText.OneLine(part).Trim(Around), "").Trim())
            .Where(part => part.Length > 0 && !part.All(char.IsDigit)).ToList();
        var code = parts.Count > 1 && CodeWord().IsMatch(parts[0]) ? parts[0] : "";
        var name = parts.Skip(code.Length > 0 ? 1 : 0).FirstOrDefault(IsName) ?? "";
        if (name.Length == 0)
        {
            return null;
        }

        var (kind, ownName) = CommuneOf(name);
        var agency = new Agency { Code = code, Name = name, Emails = emails };
        if (kind.Length == 0)
        {
            return agency with { Code = code.Length > 0 ? code : Initials(name), Group = GroupOf(name) };
        }

        var unit = WithoutCommittee(name);
        return agency with
        {
            Code = code.Length > 0 ? code : kind + "-" + CodeOf(ownName), Name = "UBND " + Lowered(unit), OtherNames = [unit], Group = AgencyGroups.Communes,
        };
    }

    /// <summary>The letter of the kind and the own name: ("X", "Suối Mơ") of "UBND xã Suối Mơ".</summary>
    private static (string Kind, string OwnName) CommuneOf(string name)
    {
        var unit = WithoutCommittee(name);
        var folded = VietnameseText.Fold(unit);
        var found = CommuneKinds.FirstOrDefault(kind => folded.StartsWith(kind.Words, StringComparison.Ordinal));
        return found.Words is null ? ("", "") : (found.Prefix, string.Join(' ', unit.Split(' ').Skip(found.Words.Count(c => c == ' '))));
    }

    private static string WithoutCommittee(string name)
    {
        var unit = Committee().Replace(name, "");
        return unit.Length == name.Length ? unit : unit.Length == 0 ? name : Lowered(unit);
    }

    /// <summary>"UBND Xã Suối Mơ" is written with a small "xã".</summary>
    private static string Lowered(string unit)
    {
        var folded = VietnameseText.Fold(unit);
        var found = CommuneKinds.FirstOrDefault(kind => folded.StartsWith(kind.Words, StringComparison.Ordinal));
        var length = found.Words is null ? 0 : found.Words.Length - 1;
        return unit[..length].ToLowerInvariant() + unit[length..];
    }

    private static bool IsName(string part) => part.Contains(' ', StringComparison.Ordinal) && char.IsLetter(part[0]) && part.Length <= 300;

    private static bool IsHeading(string line)
    {
        var folded = VietnameseText.Fold(line);
        return Heading().IsMatch(folded) || (!folded.Contains('@', StringComparison.Ordinal) && folded.EndsWith(':'));
    }

    private static string GroupOf(string name)
    {
        var folded = VietnameseText.Fold(name);
        return new[] { "so ", "thanh tra ", "van phong ubnd", "ban quan ly " }.Any(head => folded.StartsWith(head, StringComparison.Ordinal))
            ? AgencyGroups.Departments
            : StartingDirectory.OtherBodies;
    }

    /// <summary>"Suối Mơ" is SUOI-MO.</summary>
    private static string CodeOf(string words)
    {
        var code = new StringBuilder();
        foreach (var c in VietnameseText.Fold(words))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                code.Append(char.ToUpperInvariant(c));
            }
            else if (code.Length > 0 && code[^1] != '-')
            {
                code.Append('-');
            }
        }

        return code.ToString().Trim('-');
    }

    private static string Initials(string name) =>
        string.Concat(CodeOf(name).Split('-', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "VA")
            .Select(word => word.Length > 1 && word.All(char.IsAsciiDigit) ? word : word[..1]));

    private static string Free(string code, HashSet<string> codes)
    {
        for (var number = 1; ; number++)
        {
            var free = number == 1 ? code : FormattableString.Invariant($"{code}-{number}");
            if (codes.Add(free))
            {
                return free;
            }
        }
    }

    [GeneratedRegex(@"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:[0-9]{1,4}\s*[.):/-]+\s*|[0-9]{1,4}\s+|[-+*•–]\s*|[a-zđ]\)\s*)+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^(?=.*[A-ZĐ])[A-ZĐ0-9][A-ZĐ0-9._-]{0,29}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeWord();

    [GeneratedRegex(@"^(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UB)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Committee();

    [GeneratedRegex(
        @"^(?:(?:stt|tt|ma)\b.*\bten|ten (?:co quan|don vi)|danh sach|danh ba|phu luc|"
        + @"(?:[ivx]+\.? )?cac (?:xa|phuong|so|don vi))", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
