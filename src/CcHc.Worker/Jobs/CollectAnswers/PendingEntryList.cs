using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Answers;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Office;

namespace CcHc.Worker.Jobs.CollectAnswers;

/// <summary>Keeps the day's list of what is to be typed into registers (cho-ghi-so) as it stands now.</summary>
public sealed class PendingEntryList(SharedFolder folder, OfficeRules rules)
{
    /// <summary>A new version of the day's file when something in it changed; none while nothing waits and nothing ever did.</summary>
    /// <returns>How many entries wait.</returns>
    public int Write(OfficeReading reading, JobContext run)
    {
        var entries = RegisterEntry.All(reading.Assess(rules.Assessment(reading.Calendar), run.Today));
        if (run.DryRun || (entries.Count == 0 && !Directory.Exists(folder.ToRegister)))
        {
            return entries.Count;
        }

        var path = Path.Combine(folder.ToRegister, FormattableString.Invariant($"viec-cho-ghi-vao-so-{run.Today:yyyy-MM-dd}.xlsx"));
        var bytes = PendingEntryWriter.ToBytes(entries, run.Today, folder.Shared, folder.ToRegister);
        if (!AtomicFile.Holds(path, bytes))
        {
            AtomicFile.Write(path, stream => stream.Write(bytes));
        }

        return entries.Count;
    }
}
