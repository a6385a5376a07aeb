using CcHc.Core.Agencies;
using CcHc.Core.Registers.Columns;

namespace CcHc.Core.Registers.Reading;

/// <summary>What an office knows beside the workbook when a register is read (căn cứ đọc sổ).</summary>
/// <param name="Directory">Tells agencies from other words; null: only the words their names begin with do.</param>
/// <param name="Basis">Another one wherever the directory or the answers are others: a reading made with the one is none of the other.</param>
public sealed record ReadingHints(AgencyDirectory? Directory, ColumnAnswers Columns, string Basis)
{
    /// <summary>What cells look like, remembered from one register to the next: an office's use the same agencies and times.</summary>
    internal CellNatures Natures { get; } = new(Directory);
}
