namespace CcHc.Core.Registers.Recognition;

/// <summary>A register as the last reading left it (sổ đã biết). It stays the same one when its file is renamed or moved.</summary>
public sealed record KnownRegister
{
    /// <summary>What the keys of its tasks begin with: its first path without the extension.</summary>
    public required string Id { get; init; }
    /// <summary>Where it lay last, relative to the shared folder.</summary>
    public required string Path { get; init; }
    public string Title { get; init; } = "";
    public int? PlanYear { get; init; }
    public DateOnly FirstSeen { get; init; }
    /// <summary>Paths of files found to be copies of it; they are not read.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];
    /// <summary>In the order of the last reading; then those whose rows are gone.</summary>
    public required IReadOnlyList<KnownTask> Tasks { get; init; }

    /// <summary>True when there is nothing new to remember.</summary>
    public bool SaysTheSameAs(KnownRegister other) =>
        this with { Copies = other.Copies, Tasks = other.Tasks } == other
        && Copies.SequenceEqual(other.Copies, StringComparer.Ordinal) && Tasks.SequenceEqual(other.Tasks);
}
