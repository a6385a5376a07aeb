using System.Text;

namespace CcHc.Core.Text;

/// <summary>
/// A text beside its folded form, each folded character tied to the place it came from: rules match the folded form, labels are cut from the original.
/// Unlike <see cref="VietnameseText.Fold"/> line breaks stay and spaces are not collapsed.
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
        var value = new StringBuilder(original.Length);
        var places = new List<int>(original.Length + 1);
        for (var i = 0; i < original.Length; i++)
        {
            if (VietnameseText.FoldLetter(original[i]) is var folded and not '\0')
            {
                value.Append(folded);
                places.Add(i);
            }
        }

        places.Add(original.Length);
        return new FoldedText(original, value.ToString(), [.. places]);
    }

    /// <summary>The original characters behind a stretch of <see cref="Value"/>.</summary>
    /// <param name="end">Not included.</param>
    public string Slice(int start, int end) => Original[_places[start].._places[end]];
}
