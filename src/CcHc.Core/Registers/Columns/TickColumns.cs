using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;

namespace CcHc.Core.Registers.Columns;

/// <summary>Columns below a group that would be ticked (cột đánh dấu) were their cells marks.</summary>
internal static class TickColumns
{
    /// <summary>The header is a value: an agency, a month, a quarter, a status.</summary>
    public static bool IsValue(HeaderColumn header) => HeaderReader.IsValueHeader(header.Word)
        || StatusParser.Read(header.Word).Progress is TaskProgress.Done or TaskProgress.InProgress or TaskProgress.Dropped;

    /// <summary>The column of the group itself: its cells are no marks.</summary>
    public static HeaderColumn AsOrdinary(HeaderColumn header) =>
        header with { Tick = null, Meanings = HeaderMeanings.Of($"{header.Group} {header.Word}") is { Count: > 0 } both
            ? both : HeaderMeanings.Of(header.Group) };
}
