namespace CcHc.Core.PeriodReports.Forms;

/// <summary>
/// What is remembered of a form that went out (biểu mẫu đã phát hành), so that what comes back is read against it whatever the registers say by then.
/// </summary>
public sealed record IssuedForm(string PeriodCode, string AgencyCode, string Version, DateOnly IssuedOn, IReadOnlyList<IssuedRow> Rows,
    IReadOnlyList<string> FigureCodes)
{
    /// <summary>As the directory had it then, for the day it is no longer listed; empty of a form that is older than this entry.</summary>
    public string AgencyName { get; init; } = "";

    /// <summary>The agency's group, likewise.</summary>
    public string AgencyGroup { get; init; } = "";

    public static IssuedForm Of(ReportForm form) => new(
        form.Period.Code,
        form.Agency.Code,
        FormLayout.Version,
        form.IssuedOn,
        [.. form.Rows.Select(IssuedRow.Of)],
        [.. form.Figures.Select(figure => figure.Indicator.Code)])
    {
        AgencyName = form.Agency.Name,
        AgencyGroup = form.Agency.Group,
    };
}

/// <summary>One row of an issued form: its key and the words it is known by when the key is lost.</summary>
/// <param name="Task">The task's words as the form printed them.</param>
/// <param name="Product">The milestone's product as the form printed it.</param>
public sealed record IssuedRow(string Key, string Task, string Product)
{
    public static IssuedRow Of(FormRow row) =>
        new(row.Key, FormObligationText.TaskOf(row.Assessed.Obligation), FormObligationText.ProductOf(row.Assessed.Obligation));
}
