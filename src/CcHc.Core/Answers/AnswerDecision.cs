using CcHc.Core.Agencies;

namespace CcHc.Core.Answers;

/// <summary>A decided answer its agency has not been told of (kết quả xử lý trả lời).</summary>
/// <param name="Agency">Who is told: the agency that answered, or the one that took over from it.</param>
public sealed record AnswerDecision(Agency Agency, GivenAnswer Answer);
