namespace CcHc.Core.Sheets;

/// <summary>The merged areas (vùng ô gộp) of a sheet, asked by cell. Of two that overlap, which no office program writes, the first one holds.</summary>
public sealed class MergedCells
{
    /// <summary>Taller areas are noted once a block of so many rows, others once a row: neither the height nor the number of areas makes asking slow.</summary>
    private const int BlockRows = 32;

    private readonly List<CellArea> _areas = [];
    private readonly Dictionary<int, List<int>> _ofRow = [];
    private readonly Dictionary<int, List<int>> _ofBlock = [];

    /// <param name="lastColumn">Columns beyond it are not asked for.</param>
    public MergedCells(IEnumerable<CellArea> areas, int lastColumn)
    {
        foreach (var area in areas)
        {
            if (area.LastRow >= area.FirstRow && area.LastColumn >= area.FirstColumn && area.FirstColumn <= lastColumn && !OverlapsAnother(area))
            {
                Add(area);
            }
        }
    }

    /// <summary>Null for a cell that is not merged.</summary>
    public CellArea? At(int row, int column)
    {
        if (_areas.Count == 0)
        {
            return null;
        }

        return Find(_ofRow, row, row, column) ?? Find(_ofBlock, row / BlockRows, row, column);
    }

    private void Add(CellArea area)
    {
        _areas.Add(area);
        if (IsTall(area))
        {
            for (var block = area.FirstRow / BlockRows; block <= area.LastRow / BlockRows; block++)
            {
                Note(_ofBlock, block);
            }
        }
        else
        {
            for (var row = area.FirstRow; row <= area.LastRow; row++)
            {
                Note(_ofRow, row);
            }
        }
    }

    private void Note(Dictionary<int, List<int>> places, int place)
    {
        if (!places.TryGetValue(place, out var here))
        {
            places[place] = here = [];
        }

        here.Add(_areas.Count - 1);
    }

    private CellArea? Find(Dictionary<int, List<int>> places, int place, int row, int column)
    {
        if (places.TryGetValue(place, out var here))
        {
            foreach (var index in here)
            {
                if (_areas[index].Contains(row, column))
                {
                    return _areas[index];
                }
            }
        }

        return null;
    }

    private bool OverlapsAnother(CellArea area)
    {
        for (var block = area.FirstRow / BlockRows; block <= area.LastRow / BlockRows; block++)
        {
            if (OverlapsAny(_ofBlock, block, area))
            {
                return true;
            }
        }

        // Rows are many only below a tall area, and those hold some note or other only where they have areas.
        if (_ofRow.Count > 0 && area.LastRow - area.FirstRow > _ofRow.Count)
        {
            return _ofRow.Keys.Any(row => row >= area.FirstRow && row <= area.LastRow && OverlapsAny(_ofRow, row, area));
        }

        for (var row = area.FirstRow; row <= area.LastRow && _ofRow.Count > 0; row++)
        {
            if (OverlapsAny(_ofRow, row, area))
            {
                return true;
            }
        }

        return false;
    }

    private bool OverlapsAny(Dictionary<int, List<int>> places, int place, CellArea area) =>
        places.TryGetValue(place, out var here) && here.Exists(index => _areas[index].Overlaps(area));

    private static bool IsTall(CellArea area) => area.LastRow - area.FirstRow >= BlockRows;
}
