using CcHc.Hostile.Trials;

namespace CcHc.Hostile.Corpus;

/// <summary>Every bad file that was thought of (bộ tệp xấu).</summary>
internal static class CorpusList
{
    public static IReadOnlyList<HostileFile> All { get; } =
        [.. ContainerCases.All, .. PackageCases.All, .. OldCases.All, .. TextCases.All, .. SheetCases.All, .. BombCases.All];

    /// <summary>Running the jobs of a day takes a hundred times longer than all else.</summary>
    public static Thoroughness ThoroughnessOf(HostileFile file) => file.IsWholeDay ? Thoroughness.WholeDay : Thoroughness.Checked;
}
