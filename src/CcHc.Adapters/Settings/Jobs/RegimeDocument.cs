using YamlDotNet.Serialization;

namespace CcHc.Adapters.Settings.Jobs;

/// <summary>A part of jobs.yml that knows the line it begins on.</summary>
internal interface IPlaced
{
    long Line { get; set; }
}

/// <summary>One entry of regimes in jobs.yml as written; <see cref="RegimeReader"/> judges it.</summary>
internal sealed class RegimeDocument : IPlaced
{
    [YamlIgnore]
    public long Line { get; set; }

    [Setting("Its code; regime: names it.", IsRequired = true)]
    public string? Name { get; set; }

    [Setting("What people read.")]
    public string? Title { get; set; }

    [Setting("A known regime whose reports are changed by what follows.")]
    public string? BasedOn { get; set; }

    [Setting("Of the period's last month; 31 = the last day.", Least = 1, Most = 31)]
    public int? DueDay { get; set; }

    [Setting("The month of the due day.", Words = ["last", "after_last"])]
    public string? DueMonth { get; set; }

    [Setting("Its reports.")]
    public List<ReportDocument>? Reports { get; set; }
}

internal sealed class ReportDocument : IPlaced
{
    [YamlIgnore]
    public long Line { get; set; }

    [Setting("The report's name.")]
    public string? Name { get; set; }

    [Setting("How often.", Words = ["monthly", "quarterly", "semiannual", "nine_months", "annual"], IsRequired = true)]
    public string? Every { get; set; }

    [Setting("The days its figures are of; without it the calendar period.")]
    public WindowDocument? Window { get; set; }

    [Setting("Of the period's last month; 31 = the last day.", Least = 1, Most = 31)]
    public int? DueDay { get; set; }

    [Setting("The month of the due day.", Words = ["last", "after_last"])]
    public string? DueMonth { get; set; }

    [Setting("No report of its own is owed for these.", Words = ["Q1", "Q2", "Q3", "Q4", "6T", "9T"])]
    public List<string>? Replaces { get; set; }

    [Setting("Groups of the directory that owe it.")]
    public List<string>? OwedBy { get; set; }
}

internal sealed class WindowDocument : IPlaced
{
    [YamlIgnore]
    public long Line { get; set; }

    [Setting("Its first day.", IsRequired = true)]
    public FromDocument? From { get; set; }

    [Setting("Its last day.", IsRequired = true)]
    public ToDocument? To { get; set; }
}

internal sealed class FromDocument : IPlaced
{
    [YamlIgnore]
    public long Line { get; set; }

    [Setting("31 = the month's last day.", Least = 1, Most = 31, IsRequired = true)]
    public int? Day { get; set; }

    [Setting("The period's first month, or the one before it.", Words = ["first", "before_first"], IsRequired = true)]
    public string? Month { get; set; }
}

internal sealed class ToDocument : IPlaced
{
    [YamlIgnore]
    public long Line { get; set; }

    [Setting("31 = the month's last day.", Least = 1, Most = 31, IsRequired = true)]
    public int? Day { get; set; }

    [Setting("The period's last month, or the one after it.", Words = ["last", "after_last"], IsRequired = true)]
    public string? Month { get; set; }
}
