using System.Globalization;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;

namespace CcHc.Bench.Given;

/// <summary>Any number of obligations of the sample province, each of a task of its own.</summary>
internal static class MadeUpObligations
{
    private static readonly AgencyExpressions Expressions = new(SampleProvince.Directories, SampleProvince.Today);

    public static AssessmentRules Rules { get; } =
        ReminderPolicy.Default.Assessment(new WorkingCalendar(SampleProvince.DaysOff), ReportingRegimes.ByCode("nd-09-2019")!);

    public static IReadOnlyList<Obligation> Of(int count) => [.. Endless().Take(count)];

    public static IReadOnlyList<AssessedObligation> Assessed(int count) => DeadlineAssessor.Assess(Of(count), Rules, SampleProvince.Today);

    private static IEnumerable<Obligation> Endless()
    {
        for (var round = 1; ; round++)
        {
            foreach (var task in SampleProvince.Tasks)
            {
                var own = task with
                {
                    Key = string.Create(CultureInfo.InvariantCulture, $"{task.Key}~{round}"),
                    Text = string.Create(CultureInfo.InvariantCulture, $"{task.Text} (khu vực {round})"),
                };
                foreach (var obligation in ObligationBuilder.Build(InterpretedTask.Of(own, Expressions)))
                {
                    yield return obligation;
                }
            }
        }
    }
}
