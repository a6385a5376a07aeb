using CcHc.Core.Registers.Tables;

namespace CcHc.Core.Registers.Columns;

/// <summary>How well a column would serve in a role (điểm phù hợp): what its header says, and what its cells are.</summary>
internal static class RoleScores
{
    /// <summary>
    /// Roles that columns compete for. The others (following agencies, places of meetings, columns of no concern) are known by their headers alone.
    /// </summary>
    public static readonly RegisterField[] Roles =
    [
        RegisterField.Number, RegisterField.General, RegisterField.Task, RegisterField.Product, RegisterField.Lead, RegisterField.Coordinating,
        RegisterField.Time,
        RegisterField.DueDate, RegisterField.ExtendedTo, RegisterField.Status, RegisterField.CompletedOn, RegisterField.Result, RegisterField.Note,
        RegisterField.Start,
    ];

    /// <summary>Below it a column serves in no role.</summary>
    public const double Least = 0.5;

    /// <summary>Of a column whose header says nothing, beside columns whose headers do.</summary>
    public const double LeastByCells = 3.5;

    /// <summary>Where no header of the table says anything.</summary>
    public const double LeastWithoutHeaders = 1.5;

    private const double MainMeaning = 8;
    private const double OtherMeaning = 4;
    private const double NoMeaning = -6;
    private const double Decisive = 8;

    /// <summary>What the header says for a role; as much against it where the header says something else.</summary>
    public static double OfHeader(HeaderColumn header, RegisterField role, bool isFirstChoice)
    {
        if (header.Meanings.Count == 0)
        {
            return 0;
        }

        for (var i = 0; i < header.Meanings.Count; i++)
        {
            if (header.Meanings[i].Field == role)
            {
                return (i == 0 ? MainMeaning : OtherMeaning) + (0.2 * header.Meanings[i].Strength) + (isFirstChoice ? 1 : 0);
            }
        }

        return NoMeaning;
    }

    /// <summary>What the cells say for a role, from -8 to 8; zero for a column without any.</summary>
    /// <param name="isLongest">No other column has longer texts.</param>
    public static double OfCells(ColumnEvidence cells, RegisterField role, bool isLongest)
    {
        double Of(CellNature nature) => cells.Share(nature);
        var words = Of(CellNature.Sentence) * (1 - Of(CellNature.Agency)) * (1 - Of(CellNature.Time));
        var marks = Math.Min(1, Of(CellNature.Tick) + Of(CellNature.Share) + (Of(CellNature.Number) * (1 - Of(CellNature.Tick))));
        var score = role switch
        {
            RegisterField.Number => Of(CellNature.Number) < 0.6 ? -Decisive : 2 + (6 * Running(cells)),
            RegisterField.General => Of(CellNature.Number) > 0.6
                ? -Decisive : (cells.MergedDown > 0 ? 4 : 0) + (cells.Fill < 0.6 ? 2 : -2) - (Decisive * (Of(CellNature.Time) + Of(CellNature.Agency) + marks)),
            RegisterField.Task => (4 * Of(CellNature.Verb)) + (3 * words) + (isLongest
                ? 3 : 0) - (Decisive * (Of(CellNature.Time) + Of(CellNature.Agency) + marks)) - (3 * Of(CellNature.Told)) - (2 * Of(CellNature.Paper)),
            RegisterField.Product =>
                (7 * Of(CellNature.Paper)) - (3 * Of(
                    CellNature.Verb)) - (Decisive * (Of(CellNature.Time) + Of(CellNature.Agency) + marks + Of(CellNature.Status))) - (2 * Of(CellNature.Told)),
            RegisterField.Lead =>
                (Decisive * Of(CellNature.Agency)) + (2 * Of(CellNature.Person)) + (2 * (cells.Fill - 0.8)) - (Of(CellNature.ManyAgencies) * 2)
                    - (Decisive * (Of(CellNature.Time) + marks + Of(CellNature.Status) + Of(CellNature.Verb))),
            RegisterField.Coordinating => (Decisive * Of(CellNature.Agency)) + (2 * Of(CellNature.ManyAgencies)) - (2 * (cells.Fill - 0.8))
                - (Decisive * (Of(CellNature.Time) + marks + Of(CellNature.Status) + Of(CellNature.Verb))) - 1,
            RegisterField.Time =>
                (Decisive * Of(CellNature.Time)) - (Decisive * (Of(CellNature.Agency) + (Of(CellNature.Tick) * (1 - Of(CellNature.Time))) + Of(
                    CellNature.Status) + Of(CellNature.Share))) - (2 * Of(CellNature.Verb)),
            RegisterField.DueDate =>
                (6 * Of(CellNature.Time)) + (1.5 * Of(
                    CellNature.Day)) - (Decisive * (Of(CellNature.Agency) + Of(CellNature.Tick) + Of(CellNature.Status) + Of(CellNature.Share))),
            RegisterField.ExtendedTo => (4 * Of(CellNature.Time)) - (Decisive * (Of(CellNature.Agency) + Of(CellNature.Status))),
            RegisterField.CompletedOn =>
                (6 * Of(CellNature.Day)) - (3 * (Of(CellNature.Time) - Of(
                    CellNature.Day))) - (Decisive * (Of(CellNature.Agency) + Of(CellNature.Status) + Of(CellNature.Share))) - (6 * Of(CellNature.Tick)),
            RegisterField.Status =>
                (Decisive * Math.Min(1, Of(CellNature.Status) + Of(CellNature.Share) + Of(
                    CellNature.Tick))) - (6 * (Of(CellNature.Agency) + Of(CellNature.Day) + (Of(CellNature.Time) * 0.5))) - (2 * Of(CellNature.Paper)),
            RegisterField.Result =>
                (4 * Of(CellNature.Told)) + (3 * Of(CellNature.DocumentNumber)) - (3 * Of(CellNature.Status)) - (3 * marks) - (3 * Of(CellNature.Agency)),
            RegisterField.Start => 4 * Of(CellNature.Day),
            _ => 0,
        };
        return Math.Clamp(score, -Decisive, Decisive) * cells.Weight;
    }

    private static double Running(ColumnEvidence cells) => cells.Cells < 2 ? 0.5 : Math.Min(1, (double)cells.Running / (cells.Cells - 1));
}
