namespace CcHc.Core.Registers.Tables;

/// <summary>
/// Which texts of a sheet are headers known as they stand (tiêu đề đã biết): each distinct text is looked at once, for every row might begin a header.
/// </summary>
internal sealed class HeaderTexts
{
    private const int LongestBilingual = 60;

    private readonly Dictionary<string, HeaderMeaning?> _known = new(StringComparer.Ordinal);

    /// <summary>By the whole text, or by one language of a bilingual one; null for any other.</summary>
    public HeaderMeaning? Known(string text)
    {
        if (!_known.TryGetValue(text, out var meaning))
        {
            meaning = RegisterLayout.Recognise(text)
                ?? (text.Length <= LongestBilingual && text.AsSpan().ContainsAny('/', '\n', '(') ? HeaderMeanings.OfParts(text) : null);
            _known.Add(text, meaning);
        }

        return meaning;
    }
}
