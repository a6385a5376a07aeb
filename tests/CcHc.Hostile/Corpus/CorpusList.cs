namespace CcHc.Hostile.Corpus;

/// <summary>Every bad file that was thought of (bộ tệp xấu).</summary>
internal static class CorpusList
{
    public static IReadOnlyList<HostileFile> All { get; } = [.. SheetCases.All, .. TextCases.All];
}
