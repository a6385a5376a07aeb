namespace CcHc.Adapters.Backups;

/// <summary>What a backup says of itself (phiếu sao lưu).</summary>
/// <param name="Format">Of the zip; a newer one is refused.</param>
/// <param name="Schema">The version of the database it was taken from.</param>
/// <param name="Rows">Rows by table.</param>
public sealed record BackupManifest(int Format, DateTimeOffset TakenAt, int Schema, IReadOnlyDictionary<string, int> Rows, int Snapshots)
{
    public const int KnownFormat = 1;
    internal const string EntryName = "backup.json";
    internal const string Tables = "database/";
    internal const string SnapshotsFolder = "snapshots/";
    internal const string Settings = "settings/";
    internal const string Wording = "settings/wording/";
}

/// <summary>A backup that must not be taken or restored: the message says why and what to do.</summary>
public sealed class BackupException(string message) : Exception(message);
