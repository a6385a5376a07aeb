using System.Collections;
using System.Data.Common;
using Npgsql;

namespace CcHc.Adapters.Settings.Machine;

/// <summary>Where an office's data is.</summary>
public enum DatabaseKind { Sqlite, Postgres }

/// <summary>
/// Which database the settings mean (chọn cơ sở dữ liệu): the connection string is a secret of the environment, that there is one stands in appsettings.json.
/// </summary>
internal static class DatabaseChoice
{
    private static readonly string[] CommonKeys =
        ["Host", "Port", "Database", "Username", "Password", "Passfile", "SSL Mode", "Root Certificate", "Timeout", "Command Timeout", "Maximum Pool Size",
            "Search Path", "Application Name"];

    /// <returns>The connection string; null for the SQLite file of the data folder.</returns>
    /// <exception cref="SettingsException">File and environment do not say the same, or the string is wrong. Its value is never told.</exception>
    public static string? ConnectionOf(DatabaseKind? said, YamlPlaces places, IDictionary variables)
    {
        var connection = Secrets.Read(MachineSettings.PostgresVariable, variables);
        return (said, connection) switch
        {
            (DatabaseKind.Postgres, null) => throw places.Wrong(
                $"is \"postgres\", but {MachineSettings.PostgresVariable} is not set for this account and session. Run the verb as the service does (docs/service, \"By hand\"), or set {MachineSettings.PostgresVariable}_FILE.", "database"),
            (DatabaseKind.Sqlite, not null) =>
                throw places.Wrong($"is \"sqlite\", but {MachineSettings.PostgresVariable} is set. Unset it, or write \"postgres\".", "database"),
            (_, null) => null,
            _ => Checked(connection),
        };
    }

    private static string Checked(string connection)
    {
        if (connection.Contains("://", StringComparison.Ordinal))
        {
            throw Wrong("is an address; a list of keys is needed, such as Host=db.example;Username=cchc;Password=…;Database=cchc.");
        }

        foreach (var key in KeysOf(connection))
        {
            if (!new NpgsqlConnectionStringBuilder().ContainsKey(key))
            {
                throw Wrong($"has an unknown key \"{key}\".{NearWord.Hint(key, CommonKeys)}");
            }
        }

        var read = Read(connection);
        return string.IsNullOrEmpty(read.Host) ? throw Wrong("names no Host.")
            : string.IsNullOrEmpty(read.Database) ? throw Wrong("names no Database.")
            : string.IsNullOrEmpty(read.Username) ? throw Wrong("names no Username.")
            : connection;
    }

    private static IReadOnlyList<string> KeysOf(string connection)
    {
        try
        {
            IReadOnlyList<string> keys = [.. new DbConnectionStringBuilder { ConnectionString = connection }.Keys.Cast<string>()];
            return keys.All(static key => !key.Contains(';', StringComparison.Ordinal)) ? keys : throw Malformed;
        }
        catch (ArgumentException)
        {
            throw Malformed;
        }
    }

    private static SettingsException Malformed =>
        Wrong("has a part without \"=\". Each part is Key=Value, parts are divided by semicolons, a value with a semicolon stands in quotes.");

    private static NpgsqlConnectionStringBuilder Read(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
        {
            // The reader's own words may hold the value, which may be the password.
            throw Wrong("has a value its key does not take. Look at Port, Timeout and SSL Mode.");
        }
    }

    private static SettingsException Wrong(string why) => new($"{MachineSettings.PostgresVariable}: the connection string {why}");
}
