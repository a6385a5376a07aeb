using CcHc.Core.Registers.Tables;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Columns;

/// <summary>Makes a table's layout (bố cục bảng) of its columns' roles.</summary>
internal static class LayoutBuilder
{
    private const double ShareOfNumbers = 0.6;

    public static TableLayout Build(
        TableLayout byHeader, IReadOnlyList<HeaderColumn> columns, IReadOnlyList<ColumnEvidence> cells, IReadOnlyList<RegisterField?> roles,
        IReadOnlyList<TickColumn> ticks, int? sideTableFrom)
    {
        var spans = byHeader.Columns.Where(pair => !RoleScores.Roles.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
        ColumnSpan? secondNumber = null;
        for (var i = 0; i < columns.Count; i++)
        {
            if (roles[i] == RegisterField.General && cells[i].Share(CellNature.Number) > ShareOfNumbers)
            {
                secondNumber = columns[i].Span;
            }
            else if (roles[i] is { } role)
            {
                spans[role] = columns[i].Span;
            }
        }

        // Without tasks there is no table: what the header says holds.
        spans.TryAdd(RegisterField.Task, byHeader.Columns[RegisterField.Task]);
        var kept = sideTableFrom is { } side ? byHeader.Headers.Where(header => header.Key < side).ToDictionary(header => header.Key, header => header.Value)
            : new Dictionary<int, string>(byHeader.Headers);
        foreach (var span in spans.Values)
        {
            kept.TryAdd(span.First, "");
        }

        var candidates = byHeader.Candidates.Contains(spans[RegisterField.Task]) ? byHeader.Candidates : [spans[RegisterField.Task]];
        return new TableLayout(
            byHeader.FirstHeaderRow, byHeader.LastHeaderRow, spans, candidates, Labelled(columns, roles),
            [.. ticks.Where(tick => tick.Field != RegisterField.Lead || !spans.ContainsKey(RegisterField.Lead))], kept,
            [.. columns.Where((header, i) => header.Meaning is null && header.Word.Length > 0 && roles[i] is null)
                .Select(header => VietnameseText.OneLine(header.Word))])
        {
            HeaderColumns = byHeader.HeaderColumns,
            SideTableFrom = sideTableFrom,
            IsFoundByCells = byHeader.IsFoundByCells,
            SecondNumber = secondNumber,
            HasNotesAmongCoordinating = columns.Where((header, i) => roles[i] == RegisterField.Coordinating && HeaderMeanings.HasNotesToo(header.Word)).Any(),
        };
    }

    /// <summary>
    /// Further agencies, kept behind their headers: those that follow the work, and a second lead. A person beside an agency is not written to.
    /// </summary>
    private static List<(ColumnSpan Span, string Label)> Labelled(IReadOnlyList<HeaderColumn> columns, IReadOnlyList<RegisterField?> roles) =>
        [
            .. columns.Where((header, i) => header.Meaning is { Field: RegisterField.Following }
                || (header.Meaning is { Field: RegisterField.Lead } lead && roles[i] is null && lead.Strength > RegisterLayout.Person))
                .Select(header => (header.Span, VietnameseText.OneLine(header.Word)))];
}
