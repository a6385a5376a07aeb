using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Columns;

/// <summary>Which column serves in which role (vai của cột) in one table, and what the office should be asked about it.</summary>
internal sealed record AssignedColumns(TableLayout Layout, IReadOnlyList<ColumnQuestion> Questions);

/// <summary>
/// Assigns the columns of a table to roles by their headers and their cells together: the best whole assignment holds. What was decided by the cells, against a
/// header or between two columns that could both be meant, is asked; an earlier answer decides.
/// </summary>
internal sealed class ColumnRoles
{
    private const double Forced = 1000;
    private const double ShareOfMarks = 0.6;
    private const double MostlyDays = 0.9;

    private static readonly RegisterField[] DeadlineFields = [RegisterField.Time, RegisterField.DueDate];
    private static readonly RegisterField[] TimeFields =
        [RegisterField.Time, RegisterField.DueDate, RegisterField.ExtendedTo, RegisterField.CompletedOn, RegisterField.Start];

    private readonly TableLayout _byHeader;
    private readonly IReadOnlyList<HeaderColumn> _columns;
    private readonly IReadOnlyList<ColumnEvidence> _cells;
    private readonly IReadOnlyDictionary<int, RegisterField> _answers;
    private readonly SheetGrid _grid;
    private readonly IReadOnlyList<SheetRow> _rows;
    private readonly int? _sideTableFrom;
    private readonly IReadOnlyList<TickColumn> _ticks;

    private ColumnRoles(TableLayout byHeader, SheetGrid grid, IReadOnlyList<SheetRow> rows, CellNatures natures, ColumnAnswers answers)
    {
        (_byHeader, _grid, _rows) = (byHeader, grid, rows);
        _sideTableFrom = SideTable.FirstColumn(byHeader, grid, rows);
        var own = byHeader.HeaderColumns.Where(header => _sideTableFrom is not { } side || header.Span.First < side).ToList();
        own.AddRange(UnheadedColumns.Of(byHeader, grid, rows, _sideTableFrom));
        var measured = ColumnEvidence.Measure(grid, rows, [.. own.Select(header => header.Span)], natures);
        if (!own.Exists(header => header.Meaning?.Field == RegisterField.Task))
        {
            // "Chỉ đạo của Giám đốc" over sentences: where nothing else is the task, a column of no concern may be it.
            own = [.. own.Select((header, i) => TableByCells.IsTask(header, measured[i]) ? header with { Meanings = [] } : header)];
        }

        _answers = answers.Of(byHeader);
        var (columns, cells, ticks) = (new List<HeaderColumn>(), new List<ColumnEvidence>(), new List<TickColumn>());
        for (var i = 0; i < own.Count; i++)
        {
            if (TickOf(own[i], measured[i]) is { } tick)
            {
                ticks.Add(tick);
                continue;
            }

            columns.Add(own[i].Tick is null ? own[i] : TickColumns.AsOrdinary(own[i]));
            cells.Add(measured[i]);
        }

        (_columns, _cells, _ticks) = (columns, cells, ticks);
    }

    public static AssignedColumns Assign(TableLayout byHeader, SheetGrid grid, IReadOnlyList<SheetRow> rows, CellNatures natures, ColumnAnswers answers) =>
        byHeader.HeaderColumns.Count == 0 ? new AssignedColumns(byHeader, []) : new ColumnRoles(byHeader, grid, rows, natures, answers).Assign();

    private AssignedColumns Assign()
    {
        var scores = Scores();
        var (roleOf, sum) = BestAssignment.Of(scores);
        var roles = new RegisterField?[_columns.Count];
        for (var i = 0; i < _columns.Count; i++)
        {
            roles[i] = roleOf[i] < 0 ? null : RoleScores.Roles[roleOf[i]];
        }

        var (completed, status) = (Array.IndexOf(roles, RegisterField.CompletedOn), Array.IndexOf(roles, RegisterField.Status));
        if (completed >= 0 && status >= 0 && !roles.Any(role => role is RegisterField.Time or RegisterField.DueDate)
            && !_ticks.Any(tick => tick.Field == RegisterField.Time)
            && !_answers.ContainsKey(_columns[completed].Span.First) && DaysOfOpenTasks.AreMany(_grid, _rows, _columns[completed].Span, _columns[status].Span))
        {
            roles[completed] = RegisterField.DueDate;
        }

        var layout = HeaderColumns.LoneCompletionDay(LayoutBuilder.Build(_byHeader, _columns, _cells, roles, _ticks, _sideTableFrom));
        var margins =
            roles.Select((role, i) => role is null || !IsInDoubt(i, role.Value) ? double.PositiveInfinity
                : roleOf[i] < 0 || RoleScores.Roles[roleOf[i]] != role ? 0 : BestAssignment.Margin(scores, sum, i, roleOf[i])).ToList();
        return new AssignedColumns(layout, ColumnQuestions.Of(layout, _columns, _cells, roles, margins, _answers));
    }

    /// <summary>Only a role that is not its header's first meaning needs its margin.</summary>
    private bool IsInDoubt(int column, RegisterField role) => _columns[column].Meaning?.Field != role;

    private double[,] Scores()
    {
        var scores = new double[_columns.Count, RoleScores.Roles.Length];
        var longest = _cells.Select(cells => cells.MeanWords).DefaultIfEmpty(0).Max();
        var hasDeadline = _columns.Where((_, i) => IsDeadlineByHeader(i)).Any();
        for (var i = 0; i < _columns.Count; i++)
        {
            for (var r = 0; r < RoleScores.Roles.Length; r++)
            {
                scores[i, r] = Score(i, RoleScores.Roles[r], longest, hasDeadline);
            }
        }

        return scores;
    }

    private double Score(int i, RegisterField role, double longest, bool hasDeadline)
    {
        var (header, cells) = (_columns[i], _cells[i]);
        if (_answers.TryGetValue(header.Span.First, out var answered))
        {
            return answered == role ? Forced : -Forced;
        }

        if (header.Meaning is null)
        {
            return ByCells(i, role, longest, hasDeadline);
        }

        // A person beside an agency is not written to.
        if (role == RegisterField.Lead && header.Meaning.Strength == RegisterLayout.Person
            && _columns.Any(other => other.Meaning is { Field: RegisterField.Lead, Strength: > RegisterLayout.Person }))
        {
            return 0;
        }

        // A further lead keeps its header as label; a day done, or a due day, is one only where days stand.
        var isOwn = header.Meanings.Any(meaning => meaning.Field == role);
        if ((!isOwn && header.Meaning.Field is RegisterField.Lead or RegisterField.Following or RegisterField.Other or RegisterField.Meeting)
            || (role is RegisterField.CompletedOn or RegisterField.DueDate
                && header.Meaning.Field is not (RegisterField.CompletedOn or RegisterField.DueDate or RegisterField.Time) && cells.Share(CellNature.Day) == 0))
        {
            return 0;
        }

        var isFirstChoice = _byHeader.Columns.TryGetValue(role, out var span) && span == header.Span;
        var byHeader = RoleScores.OfHeader(header, role, isFirstChoice);
        var score = byHeader + RoleScores.OfCells(cells, role, cells.MeanWords >= longest) + Beside(i, role);
        return score >= RoleScores.Least ? score : byHeader > 0 && cells.Cells < 2 ? RoleScores.Least : 0;
    }

    /// <summary>The score of a column whose header says nothing.</summary>
    private double ByCells(int i, RegisterField role, double longest, bool hasDeadline)
    {
        var cells = _cells[i];
        var mayServe = role switch
        {
            // Beside a column whose header says that it is the deadline another time is not believed to be one.
            RegisterField.Time => !hasDeadline,
            RegisterField.DueDate => !hasDeadline && cells.Share(CellNature.Day) >= MostlyDays && cells.Fill >= ShareOfMarks,
            RegisterField.General => cells.MergedDown * 2 >= cells.Cells && cells.Cells > 1
                && _columns[i].Span.First <= _columns.Min(column => column.Span.First) + 1,
            RegisterField.ExtendedTo or RegisterField.CompletedOn or RegisterField.Start or RegisterField.Result or RegisterField.Note => false,
            _ => true,
        };
        var score = mayServe ? RoleScores.OfCells(cells, role, cells.MeanWords >= longest) : 0;
        if (score < (_byHeader.IsFoundByCells ? RoleScores.LeastWithoutHeaders : RoleScores.LeastByCells))
        {
            return 0;
        }

        return role switch
        {
            // The only column of agencies is the lead's.
            RegisterField.Coordinating => Math.Max(RoleScores.Least, score - 4),
            // Days done stand in some rows only.
            RegisterField.Time => Math.Max(RoleScores.Least, score - (3 * (1 - Math.Min(1, cells.Fill)))),
            _ => score + LeftmostFirst(i),
        };
    }

    /// <summary>Of two columns alike the left one is the lead.</summary>
    private double LeftmostFirst(int i) => -0.01 * _columns[i].Span.First;

    /// <summary>What the other columns say: days in some rows beside a column of deadlines are days done.</summary>
    private double Beside(int i, RegisterField role)
    {
        if (role is not (RegisterField.CompletedOn or RegisterField.Time) || _cells[i].Cells == 0
            || _columns[i].Meaning is not { Field: RegisterField.Time } own)
        {
            return 0;
        }

        var better = Enumerable.Range(0, _columns.Count).Where(other => other != i && IsDeadlineByHeader(other) && IsPreferred(_columns[other].Meaning!, own))
            .ToList();
        if (role == RegisterField.Time)
        {
            return own.Strength == 1 && better.Count > 0 ? -5 : 0;
        }

        if (better.Count == 0)
        {
            return -Forced;
        }

        var isBareCompletion = own.Strength == 1;
        return _cells[i].Fill <= 0.8 * better.Max(other => _cells[other].Fill) || isBareCompletion ? 4 : -6;
    }

    /// <summary>Hạn › Thời hạn › Thời gian hoàn thành › Thời gian thực hiện.</summary>
    private static bool IsPreferred(HeaderMeaning one, HeaderMeaning other) => one.Field == RegisterField.DueDate || one.Strength > other.Strength;

    private bool IsDeadlineByHeader(int i) =>
        _columns[i].Meaning is { } meaning && DeadlineFields.Contains(meaning.Field) && RoleScores.OfCells(_cells[i], RegisterField.Time, false) > -4;

    /// <summary>A column to be ticked: below a group whose sub-headers are values, or one whose header is a status and whose cells are marks.</summary>
    private static TickColumn? TickOf(HeaderColumn header, ColumnEvidence cells)
    {
        var marks = cells.Share(CellNature.Tick);
        if (header.Tick is { } field)
        {
            // "Bao giờ xong" begins like an agency, "Báo …": a header of its own is an agency to be ticked only over marks.
            var isValue = TickColumns.IsValue(header) && (field != RegisterField.Lead || header.Group.Length > 0);
            return cells.Cells == 0 || marks >= ShareOfMarks || isValue ? Tick(field) : null;
        }

        var isStatus = StatusParser.Read(header.Word).Progress is not (TaskProgress.Unknown or TaskProgress.Open)
            || RegisterLayout.Fold(header.Word).StartsWith("chua", StringComparison.Ordinal);
        return isStatus && marks >= ShareOfMarks ? Tick(RegisterField.Status) : null;

        TickColumn Tick(RegisterField ticked) => new(header.Span.First, ticked, VietnameseText.OneLine(header.Word));
    }
}
