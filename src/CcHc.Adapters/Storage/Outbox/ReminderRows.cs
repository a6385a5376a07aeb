using System.Data.Common;
using System.Text;
using CcHc.Core.Reminders;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>Reminder keys written and looked up many at a time.</summary>
internal static class ReminderRows
{
    private const string Columns = "task_key, milestone_key, due, stage, agency_code";

    /// <summary>Five parameters a key stay under the 999 that older SQLite allows in one statement.</summary>
    private const int KeysInOneStatement = 150;

    /// <summary>Writes those no letter has taken yet; a key another transaction is just taking is waited for.</summary>
    /// <returns>How many were written.</returns>
    public static async Task<int> InsertAsync(DbTransaction transaction, IReadOnlyCollection<ReminderKey> keys, string messageId, DateTimeOffset now)
    {
        var written = 0;
        // One order for everybody: two workers taking the same keys wait for each other instead of deadlocking.
        foreach (var chunk in keys.Order(ByText).Chunk(KeysInOneStatement))
        {
            var values = new DynamicParameters(new { messageId, now });
            var rows = Rows(chunk, values, ", @messageId, @now");
            written += await transaction.Connection!.ExecuteAsync(
                $"INSERT INTO reminder ({Columns}, message_id, recorded_at) VALUES {rows} ON CONFLICT DO NOTHING", values, transaction);
        }

        return written;
    }

    /// <summary>Which of the keys belong to a letter other than this one.</summary>
    public static async Task<IReadOnlyList<ReminderKey>> TakenByOthersAsync(DbTransaction transaction, IReadOnlyCollection<ReminderKey> keys, string messageId)
    {
        var taken = new List<ReminderKey>();
        foreach (var chunk in keys.Chunk(KeysInOneStatement))
        {
            var values = new DynamicParameters(new { messageId });
            taken.AddRange(await transaction.Connection!.QueryAsync<ReminderKey>(
                $"""
                WITH wanted ({Columns}) AS (VALUES {Rows(chunk, values)})
                SELECT {Columns} FROM wanted JOIN reminder USING ({Columns}) WHERE message_id <> @messageId
                """,
                values, transaction));
        }

        return taken;
    }

    private static string Rows(ReminderKey[] keys, DynamicParameters values, string tail = "")
    {
        var rows = new StringBuilder();
        for (var i = 0; i < keys.Length; i++)
        {
            rows.Append(i == 0 ? "" : ", ").Append(null, $"(@t{i}, @m{i}, @d{i}, @s{i}, @a{i}{tail})");
            values.Add($"t{i}", keys[i].TaskKey);
            values.Add($"m{i}", keys[i].MilestoneKey);
            values.Add($"d{i}", keys[i].Due);
            values.Add($"s{i}", keys[i].Stage);
            values.Add($"a{i}", keys[i].AgencyCode);
        }

        return rows.ToString();
    }

    private static readonly Comparer<ReminderKey> ByText = Comparer<ReminderKey>.Create((left, right) =>
        string.CompareOrdinal(left.TaskKey, right.TaskKey) is not 0 and var byTask ? byTask
        : string.CompareOrdinal(left.MilestoneKey, right.MilestoneKey) is not 0 and var byMilestone ? byMilestone
        : left.Due.CompareTo(right.Due) is not 0 and var byDue ? byDue
        : string.CompareOrdinal(left.Stage, right.Stage) is not 0 and var byStage ? byStage
        : string.CompareOrdinal(left.AgencyCode, right.AgencyCode));
}
