using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Submissions.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>What a file's folder and name say of it (nơi nộp): "bao-cao/2026-Q2/STP/…", "STP - báo cáo.xlsx".</summary>
internal sealed class DropPlace
{
    private readonly string _name;
    private readonly AgencyDirectory _directory;

    private DropPlace(string name, AgencyDirectory directory) => (_name, _directory) = (name, directory);

    /// <summary>Code of the period's folder; null when the file stands in none.</summary>
    public required string? Period { get; init; }

    /// <summary>The agency a folder or the beginning of the file's name stands for: enough to contradict the form itself.</summary>
    public required Agency? Named { get; init; }

    /// <summary>The one agency whose code stands elsewhere in the name; "gửi SNV" may only say where it goes.</summary>
    public Agency? Hinted => Within(_name, _directory);

    public static DropPlace Of(string path, AgencyDirectory directory)
    {
        var parts = VietnameseText.Normalize(path).Split('/');
        var (folders, name) = (parts[..^1], parts[^1]);
        var code = folders.Select(PeriodNameParser.Code).LastOrDefault(period => period is not null);
        var named = folders.Where(folder => PeriodNameParser.Code(folder) is null).Select(folder => Beginning(folder, directory))
            .LastOrDefault(agency => agency is not null);
        return new DropPlace(name, directory) { Period = code, Named = Beginning(name, directory) ?? named };
    }

    /// <summary>The longest code the name begins with as a word of its own.</summary>
    private static Agency? Beginning(string name, AgencyDirectory directory) =>
        directory.Agencies
            .Where(agency => agency.Code.Length > 0 && name.StartsWith(agency.Code, StringComparison.OrdinalIgnoreCase) && !IsInWord(name, agency.Code.Length))
            .MaxBy(agency => agency.Code.Length);

    private static Agency? Within(string name, AgencyDirectory directory) =>
        directory.Agencies.Where(agency => agency.Code.Length > 1 && Contains(name, agency.Code)).Take(2).ToList() is [var only] ? only : null;

    private static bool Contains(string name, string code)
    {
        for (var at = name.IndexOf(code, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(code, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!IsInWord(name, at - 1) && !IsInWord(name, at + code.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInWord(string name, int at) => at >= 0 && at < name.Length && char.IsLetterOrDigit(name[at]);
}
