using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Answers;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;

namespace CcHc.Office;

/// <summary>Reads what agencies answered between two reports (sổ trả lời), and which decisions they have not heard of.</summary>
public sealed class AnswerBook(AnswerStore store, JobsFile office)
{
    public async Task<OfficeReading> AddAsync(OfficeReading reading, DateOnly today, CancellationToken cancellationToken)
    {
        var given = await store.ListAsync(cancellationToken);
        return given.Count == 0 ? reading : reading with
        {
            Answers = AgencyAnswers.Of(given, reading.Calendar, office.Answers.RestWorkingDays),
            Decided =
            [
                .. from answer in await store.UntoldAsync(cancellationToken)
                   let agency = reading.Directory.ByCode(answer.AgencyCode)
                   where agency is not null
                   from heir in reading.Directory.SuccessorsOf(agency, today)
                   select new AnswerDecision(heir, answer),
            ],
        };
    }
}
