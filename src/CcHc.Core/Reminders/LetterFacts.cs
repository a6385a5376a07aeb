using CcHc.Core.Agencies;
using CcHc.Core.Answers;
using CcHc.Core.Obligations;
using CcHc.Core.StatusReport;

namespace CcHc.Core.Reminders;

/// <summary>What letters say beside their lines (số liệu kèm thư): everything an agency has open, and how often each line was reminded before.</summary>
public sealed class LetterFacts
{
    private readonly Dictionary<string, StatusCounts> _openOf;
    private readonly Dictionary<ReminderKey, int> _times = [];

    private readonly Dictionary<string, List<AnswerDecision>> _decisions = new(StringComparer.Ordinal);

    private LetterFacts(Dictionary<string, StatusCounts> openOf) => _openOf = openOf;

    public static LetterFacts None { get; } = new([]);

    /// <summary>Late enough to be escalated, but waiting for the standing body's word.</summary>
    public int Unconfirmed { get; private init; }

    /// <param name="decided">Answers decided since their agency's last letter.</param>
    public static LetterFacts Of(IReadOnlyList<AssessedObligation> assessed, IEnumerable<ReminderKey> sent, int unconfirmed,
        IEnumerable<AnswerDecision>? decided = null)
    {
        var tallies = new Dictionary<string, StatusTally>(StringComparer.Ordinal);
        foreach (var (obligation, standing) in assessed)
        {
            if (!tallies.TryGetValue(obligation.Agency.Code, out var tally))
            {
                tallies.Add(obligation.Agency.Code, tally = new StatusTally());
            }

            tally.Add(standing);
        }

        var facts =
            new LetterFacts(tallies.ToDictionary(pair => pair.Key, pair => pair.Value.ToCounts(), StringComparer.Ordinal)) { Unconfirmed = unconfirmed };
        foreach (var key in sent.Where(key => ReminderStage.Parse(key.Stage) is { Audience: not ReminderAudience.StandingBody }))
        {
            var line = key with { Stage = "" };
            facts._times[line] = facts._times.GetValueOrDefault(line) + 1;
        }

        foreach (var decision in decided ?? [])
        {
            if (!facts._decisions.TryGetValue(decision.Agency.Code, out var own))
            {
                facts._decisions.Add(decision.Agency.Code, own = []);
            }

            own.Add(decision);
        }

        return facts;
    }

    /// <summary>Null when nothing is known of it.</summary>
    public StatusCounts? OpenOf(string agencyCode) => _openOf.GetValueOrDefault(agencyCode);

    /// <summary>What became of an agency's answers since its last letter.</summary>
    public IReadOnlyList<AnswerDecision> DecisionsOf(string agencyCode) => _decisions.GetValueOrDefault(agencyCode) ?? [];

    /// <summary>Agencies that are to be told of a decision.</summary>
    public IEnumerable<Agency> Decided => _decisions.Values.Select(own => own[0].Agency);

    /// <summary>How many letters carried it before today's.</summary>
    public int TimesReminded(AssessedObligation dated) => _times.GetValueOrDefault(Reminder.KeyOf(dated, default) with { Stage = "" });

    /// <summary>How many letters carried it before today's.</summary>
    public int TimesReminded(Reminder reminder) => _times.GetValueOrDefault(reminder.Key with { Stage = "" });
}
