namespace CcHc.Core.Registers.Tables;

/// <summary>One column for what is to be handed in and when (sản phẩm/thời gian hoàn thành), in a table that has no other column for the one of both.</summary>
internal static class CombinedColumn
{
    /// <summary>A bare "Tiến độ" or "Hoàn thành" beside "Kết quả" tells how far the work has come.</summary>
    private const int LeastTime = 2;

    /// <summary>The layout with the column named, where there is one.</summary>
    public static TableLayout Find(TableLayout layout)
    {
        var (product, time) = (SpanOf(layout, RegisterField.Product), SpanOf(layout, RegisterField.Time) ?? SpanOf(layout, RegisterField.DueDate));
        var only = (product, time) switch
        {
            ({ } one, null) when !layout.Has(RegisterField.Time) => one,
            (null, { } one) => one,
            _ => (ColumnSpan?)null,
        };
        if (only is not { } span || !layout.Headers.TryGetValue(span.First, out var header) || !NamesBoth(header))
        {
            return layout;
        }

        // What holds words as well is no column of days.
        var named = layout.Has(RegisterField.DueDate) ? layout.Without(RegisterField.DueDate).With(RegisterField.Time, span) : layout;
        return named with { ProductWithTime = span };
    }

    /// <summary>"Sản phẩm/Thời gian hoàn thành", "Kết quả (thời gian)", "Thời hạn và sản phẩm".</summary>
    public static bool NamesBoth(string header)
    {
        var meanings = HeaderMeanings.OfEachPart(header);
        return meanings.Any(meaning => meaning.Field == RegisterField.Product)
            && meanings.Any(meaning => meaning.Field == RegisterField.DueDate || meaning is { Field: RegisterField.Time, Strength: >= LeastTime });
    }

    private static ColumnSpan? SpanOf(TableLayout layout, RegisterField field) => layout.Columns.TryGetValue(field, out var span) ? span : null;
}
