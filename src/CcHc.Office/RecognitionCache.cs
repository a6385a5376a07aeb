using CcHc.Core.Registers;
using CcHc.Core.Registers.Recognition;

namespace CcHc.Office;

/// <summary>
/// A recognition that taught nothing new (lần nhận dạng không đổi): on the same day the very same readings are recognised alike again, unless somebody else has
/// remembered something in between.
/// </summary>
/// <param name="Revision">Of the memory, taken before it was read.</param>
internal sealed record RecognitionCache(DateOnly Today, long Revision, IReadOnlyList<RegisterReading> Read, IReadOnlyList<RecognizedRegister> Recognized)
{
    public bool Holds(DateOnly today, long revision, IReadOnlyList<RegisterReading> read) =>
        today == Today && revision == Revision && read.SequenceEqual(Read, ReferenceEqualityComparer.Instance);
}
