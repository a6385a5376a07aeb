using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>What forms must have in common to be copies of one drawing (dạng biểu mẫu): all but the agency's name, its rows and what it gave before.</summary>
/// <param name="Figures">The codes of what is asked, each with a sign where the last period's value is marked as text.</param>
/// <param name="HeadingLines">How many lines the agency's words take, for each place by itself: they decide how tall a row is.</param>
internal sealed record FormShape(
    string Province, string Period, DateOnly? Due, DateOnly IssuedOn, bool IsCommittee, bool HasRows, string Figures, (int Issuer, int Note) HeadingLines,
    (int Figures, int Narrative) TitleLines)
{
    public static FormShape Of(ReportForm form) => new(
        form.ProvinceName, form.Period.Code, form.Due, form.IssuedOn, PeoplesCommittee.Of(form.Agency) is not null, form.Rows.Count > 0,
        string.Join('\n', form.Figures.Select(figure => (FormFigureSheet.IsMarkedAsText(figure) ? "=" : "-") + figure.Indicator.Code)),
        FormTaskSheet.HeadingLines(form), (FormTitle.Lines(form, FormFigureSheet.Width), FormTitle.Lines(form, FormNarrativeSheet.AnswerWidth)));
}
