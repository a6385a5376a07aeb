using CcHc.Core.Sheets;

namespace CcHc.Core.Tests.Sheets;

public class MergedCellsTest
{
    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 3, true)]
    [InlineData(3, 1, false)]
    [InlineData(1, 4, false)]
    public void At_FindsTheAreaOfACell(int row, int column, bool isMerged) =>
        Assert.Equal(isMerged, new MergedCells([new CellArea(1, 1, 2, 3)], 256).At(row, column) is not null);

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1_048_576)]
    public void At_KnowsAreasOfAnyHeight(int last)
    {
        var merges = new MergedCells([new CellArea(2, 1, last, 1), new CellArea(2, 2, 3, 2)], 256);
        Assert.Equal([null, 2, 2, null], new[] { 1, 2, last, last + 1 }.Select(row => merges.At(row, 1)?.FirstRow));
        Assert.Equal([2, null], new[] { 3, 4 }.Select(row => merges.At(row, 2)?.FirstRow));
    }

    [Theory]
    [InlineData(5, 200)] // a short one over a tall one
    [InlineData(200, 5)]
    [InlineData(5, 5)]
    [InlineData(200, 200)]
    public void At_HoldsToTheFirst_WhereTwoOverlap(int first, int second)
    {
        var merges = new MergedCells([new CellArea(1, 1, first, 2), new CellArea(2, 2, second, 3)], 256);
        Assert.Equal(1, merges.At(3, 2)?.FirstRow);
        Assert.Null(merges.At(3, 3));
    }

    [Fact]
    public void At_AnswersAtOnce_HoweverManyAndTallTheAreasAre()
    {
        var columns = Enumerable.Range(1, 256).Select(column => new CellArea(1, column, 1_048_576, column));
        var covered = Enumerable.Range(0, 100_000).Select(i => new CellArea(1 + i, 1, 1_048_576, 16_384));
        var merges = new MergedCells([.. columns, .. covered], 256);
        Assert.Equal(256, Enumerable.Range(1, 256).Count(column => merges.At(1_000_000, column)?.FirstColumn == column));
    }

    [Fact]
    public void At_PassesOverAreasTurnedRound() => Assert.Null(new MergedCells([new CellArea(9, 8, 1, 1)], 256).At(5, 5));
}
