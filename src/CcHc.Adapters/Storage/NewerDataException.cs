namespace CcHc.Adapters.Storage;

/// <summary>The data was used by a newer release, and this program cannot know what is in it (dữ liệu của bản mới hơn).</summary>
public sealed class NewerDataException(int reached, int known) : InvalidOperationException(
    FormattableString.Invariant($"The database is at schema version {reached}, this program knows {known}: ")
    + "it was used by a newer release, and this one leaves it alone. Install that release again; "
    + "or restore the backup taken before the upgrade (cchc restore backup/before-upgrade-….zip --replace), and look at `cchc hold` before letters go.");
