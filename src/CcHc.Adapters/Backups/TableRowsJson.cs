using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace CcHc.Adapters.Backups;

/// <summary>
/// Rows of a table as JSON, one line a row, in words both databases know: text, numbers, null, instants as UTC text of one width, bytes as {"base64": …}. What
/// one database wrote the other can read.
/// </summary>
internal static class TableRowsJson
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <returns>How many rows were written.</returns>
    public static async Task<int> WriteAsync(DbTransaction transaction, string table, Stream output, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, $"SELECT * FROM {table}");
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        var count = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            using (var json =
                new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                WriteRow(json, reader);
            }

            output.WriteByte((byte)'\n');
            count++;
        }

        return count;
    }

    /// <summary>Adds the rows to a table that is there and empty.</summary>
    /// <exception cref="InvalidDataException">A row is not what this program writes.</exception>
    public static async Task<int> ReadAsync(DbTransaction transaction, string table, Stream input, CancellationToken cancellationToken)
    {
        var types = await ColumnTypesAsync(transaction, table, cancellationToken);
        using var lines = new StreamReader(input);
        var count = 0;
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            using var row = Parse(line, table);
            var cells = row.RootElement.EnumerateObject().ToList();
            if (cells.Select(cell => cell.Name).FirstOrDefault(name => !types.ContainsKey(name)) is { } unknown)
            {
                throw new InvalidDataException($"The backup has a column {table}.{unknown} that a database of its version has not.");
            }

            await using var command = Command(transaction,
                $"INSERT INTO {table} ({string.Join(", ", cells.Select(cell => cell.Name))}) VALUES ({string.Join(", ", cells.Select((_, place) => $"@p{place}"))})");
            for (var place = 0; place < cells.Count; place++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{place}";
                parameter.Value = Value(cells[place].Value, types[cells[place].Name]);
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
            count++;
        }

        return count;
    }

    private static void WriteRow(Utf8JsonWriter json, DbDataReader reader)
    {
        json.WriteStartObject();
        for (var place = 0; place < reader.FieldCount; place++)
        {
            json.WritePropertyName(reader.GetName(place));
            switch (reader.GetValue(place))
            {
                case DBNull: json.WriteNullValue(); break;
                case string text: json.WriteStringValue(text); break;
                case byte[] bytes:
                    json.WriteStartObject();
                    json.WriteBase64String("base64", bytes);
                    json.WriteEndObject();
                    break;
                case DateTime utc: json.WriteStringValue(utc.ToUniversalTime().ToString(Instant, CultureInfo.InvariantCulture)); break;
                case bool statement: json.WriteNumberValue(statement ? 1 : 0); break;
                case double number: json.WriteNumberValue(number); break;
                case var whole: json.WriteNumberValue(Convert.ToInt64(whole, CultureInfo.InvariantCulture)); break;
            }
        }

        json.WriteEndObject();
    }

    private static object Value(JsonElement cell, Type type) => cell.ValueKind switch
    {
        JsonValueKind.Null => DBNull.Value,
        JsonValueKind.Object => cell.GetProperty("base64").GetBytesFromBase64(),
        JsonValueKind.String when type == typeof(DateTime) =>
            DateTime.ParseExact(cell.GetString()!, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        JsonValueKind.String => cell.GetString()!,
        JsonValueKind.Number when type == typeof(bool) => cell.GetInt64() != 0,
        JsonValueKind.Number when type == typeof(int) => cell.GetInt32(),
        JsonValueKind.Number => cell.TryGetInt64(out var whole) ? whole : cell.GetDouble(),
        var kind => throw new InvalidDataException($"A backup holds no {kind}."),
    };

    private static JsonDocument Parse(string line, string table)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"A row of {table} cannot be read: {broken.Message}");
        }
    }

    /// <summary>SQLite knows declared types only, and takes any value in any column: there every value goes in as it stands.</summary>
    private static async Task<Dictionary<string, Type>> ColumnTypesAsync(DbTransaction transaction, string table, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, $"SELECT * FROM {table} LIMIT 0");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var isTyped = transaction is NpgsqlTransaction;
        return Enumerable.Range(0, reader.FieldCount)
            .ToDictionary(reader.GetName, place => isTyped ? reader.GetFieldType(place) : typeof(object), StringComparer.Ordinal);
    }

    private static DbCommand Command(DbTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }
}
