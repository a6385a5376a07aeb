namespace CcHc.Core.Text;

/// <summary>
/// A text beside its folded form, each folded character tied to the place it came from: rules match the folded form, labels are cut from the original. Unlike
/// <see cref="VietnameseText.Fold"/> line breaks stay and spaces are not collapsed.
/// </summary>
public sealed class FoldedText
{
    private readonly int[] _places;

    private FoldedText(string original, string value, int[] places) => (Original, Value, _places) = (original, value, places);

    /// <summary>The text after <see cref="VietnameseText.Normalize"/>.</summary>
    public string Original { get; }

    /// <summary>The folded form.</summary>
    public string Value { get; }

    public static FoldedText Of(string? text)
    {
        var original = VietnameseText.Normalize(text);
        var value = new char[original.Length];
        var places = new int[original.Length + 1];
        var length = 0;
        for (var i = 0; i < original.Length; i++)
        {
            if (FoldedLetters.Of(original[i]) is var folded and not FoldedLetters.None)
            {
                (value[length], places[length++]) = (folded, i);
            }
        }

        places[length] = original.Length;
        return new FoldedText(original, new string(value, 0, length), places);
    }

    /// <summary>The original characters behind a stretch of <see cref="Value"/>.</summary>
    /// <param name="end">Not included.</param>
    public string Slice(int start, int end) => Original[_places[start].._places[end]];
}
