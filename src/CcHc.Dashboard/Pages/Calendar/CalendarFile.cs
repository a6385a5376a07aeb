using System.Globalization;
using System.Text;
using CcHc.Core.Obligations;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Dashboard.Pages.Calendar;

/// <summary>An agency's due days as a calendar program reads them (lịch .ics, RFC 5545): one whole-day event for each obligation still open.</summary>
public static class CalendarFile
{
    /// <summary>Octets in a line, its break left out.</summary>
    private const int LongestLine = 75;

    /// <param name="stamp">When the registers were read: the same file for the same reading.</param>
    public static string Of(string agencyName, IEnumerable<AssessedObligation> obligations, DateTimeOffset stamp)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//CcHc//CcHc//VI");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        Line(file, "X-WR-CALNAME:" + Escaped("CCHC – " + agencyName));
        foreach (var (obligation, standing) in obligations)
        {
            if (standing is { IsOpen: true, Due: { } due })
            {
                var (task, label) = (obligation.Task, obligation.Milestone.Label);
                Line(file, "BEGIN:VEVENT");
                Line(file, "UID:" + Escaped($"{ObligationKey.Of(obligation)}-{obligation.Agency.Code}@cchc"));
                Line(file, "DTSTAMP:" + stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
                Line(file, "DTSTART;VALUE=DATE:" + Day(due));
                Line(file, "DTEND;VALUE=DATE:" + Day(due.AddDays(1)));
                Line(file, "SUMMARY:" + Escaped("Hạn CCHC: " + Vietnamese.Shortened(VietnameseText.OneLine(task.Text), 100)));
                Line(file, "DESCRIPTION:"
                    + Escaped(
                        string.Join('\n', new[] { task.Text, label is { Length: > 0 } ? label : string.Join('\n', task.Products), task.TimeText,
                            $"{task.Place.File}, {task.Place.Sheet}, {task.Place.TaskCell}" }.Where(words => words.Length > 0))));
                Line(file, "TRANSP:TRANSPARENT");
                Line(file, "END:VEVENT");
            }
        }

        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string words)
    {
        var escaped = new StringBuilder(words.Length + 8);
        foreach (var c in VietnameseText.Normalize(words))
        {
            escaped.Append(c switch
            {
                '\n' => "\\n",
                '\\' or ';' or ',' => "\\" + c,
                _ when char.IsControl(c) => " ",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>Folded before the octets are too many; a letter is never cut in two.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(letter.ToString());
            octets += letter.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
