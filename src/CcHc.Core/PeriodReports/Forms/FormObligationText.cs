using System.Globalization;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Forms;

/// <summary>How a form prints an obligation (lời ghi trong biểu mẫu).</summary>
public static class FormObligationText
{
    private const int LongestPlan = 110;

    public static string TaskOf(Obligation obligation) => VietnameseText.OneLine(obligation.Task.Text);

    /// <summary>The product of this milestone; all of the task's when it has only one milestone.</summary>
    public static string ProductOf(Obligation obligation) => VietnameseText.OneLine(obligation.Milestone.Label ?? string.Join("; ", obligation.Task.Products));

    /// <summary>The field, and in a second line the plan the task stands in; of a register that names none its file.</summary>
    public static string OriginOf(Obligation obligation)
    {
        var (task, file) = (obligation.Task, obligation.Task.Place.File);
        var name = file[(file.LastIndexOf('/') + 1)..];
        var plan = task.Plan.Length > 0 ? task.Plan : name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : name;
        return string.Join('\n',
            new[] { task.Area == TaskArea.Other ? "" : task.Area.DisplayName(), Vietnamese.Shortened(plan, LongestPlan) }.Where(line => line.Length > 0));
    }

    /// <summary>The time as written, then the due day, a day off already moved, unless the words are that day.</summary>
    public static string DueOf(AssessedObligation one)
    {
        var written =
            string.Join('\n', VietnameseText.Normalize(one.Obligation.Task.TimeText).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
        var due = one.Standing.Due is { } day ? Vietnamese.Day(day) : "";
        return due.Length == 0 || IsDay(written, one.Standing.Due) ? written : written.Length == 0 ? due : $"{written}\nHạn: {due}";
    }

    /// <summary>"31/03/2026" and "31/3/2026" are one day.</summary>
    private static bool IsDay(string written, DateOnly? day) =>
        DateOnly.TryParseExact(written, ["d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read == day;

    /// <summary>Status and day in one line, below it the result as reported.</summary>
    public static string PreviousOf(ReportedTask? before)
    {
        if (before is null)
        {
            return "";
        }

        var status = FormPrefill.WordsOf(before.Status) is { Length: > 0 } known ? known : VietnameseText.OneLine(before.StatusText);
        var day = before.CompletedOn is { } completed ? Vietnamese.Day(completed) : "";
        return string.Join('\n',
            new[] { string.Join(' ', new[] { status, day }.Where(part => part.Length > 0)), before.Result }.Where(line => line.Length > 0));
    }

    /// <summary>Who reports, for which period and until when.</summary>
    public static string PeriodOf(ReportForm form)
    {
        var window = form.Period.Window;
        var until = form.Due is { } due ? $"; gửi về Sở Nội vụ chậm nhất ngày {Vietnamese.Day(due)}" : "";
        return $"{VietnameseText.OneLine(form.Agency.Name)} – Kỳ báo cáo: {form.Period.Name} – số liệu từ ngày {Vietnamese.Day(window.First)} đến hết ngày {Vietnamese.Day(window.Last)}{until}";
    }

    /// <summary>What a printed page of the form is part of.</summary>
    public static string FooterOf(ReportForm form) => $"Báo cáo cải cách hành chính {form.Period.Name} – {VietnameseText.OneLine(form.Agency.Name)}";
}
