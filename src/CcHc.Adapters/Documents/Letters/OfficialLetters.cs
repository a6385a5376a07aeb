using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Mail;
using CcHc.Core.Reminders;

namespace CcHc.Adapters.Documents.Letters;

/// <summary>The official letters of a day (các công văn đôn đốc): one to each agency with something overdue that is certain.</summary>
/// <param name="LeftOut">Overdue lines in no letter: unconfirmed, of no known agency, or of the office itself.</param>
public sealed record OfficialLetters(IReadOnlyList<ChaseLetter> Letters, int LeftOut)
{
    /// <summary>Working days an agency has to answer.</summary>
    private const int DaysToAnswer = 5;

    /// <param name="isWithUnconfirmed">Also what the office has not confirmed yet.</param>
    public static OfficialLetters Of(MondayPage page, string provinceName, Agency standingBody, OfficeContact contact, WorkingCalendar calendar,
        bool isWithUnconfirmed)
    {
        var answerBy = calendar.AddWorkingDays(page.Today, DaysToAnswer);
        var letters =
            page.Overdue.Where(line => !line.Assessed.Obligation.Agency.IsUnresolved && line.Assessed.Obligation.Agency.Code != standingBody.Code
                && (isWithUnconfirmed || line.Assessed.IsCertain))
                .GroupBy(line => line.Assessed.Obligation.Agency.Code, StringComparer.Ordinal)
                .OrderBy(lines => lines.Key, StringComparer.Ordinal)
                .Select(
                    lines => new ChaseLetter(provinceName, standingBody, contact, lines.First().Assessed.Obligation.Agency, [.. lines], page.Today, answerBy))
                .ToList();
        return new OfficialLetters(letters, page.Overdue.Count - letters.Sum(letter => letter.Lines.Count));
    }
}
