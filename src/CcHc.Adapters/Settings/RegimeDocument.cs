namespace CcHc.Adapters.Settings;

/// <summary>A part of jobs.yml that knows the line it begins on.</summary>
internal interface IPlaced
{
    long Line { get; set; }
}

/// <summary>One entry of regimes in jobs.yml as written; <see cref="RegimeReader"/> judges it.</summary>
internal sealed class RegimeDocument : IPlaced
{
    [YamlDotNet.Serialization.YamlIgnore]
    public long Line { get; set; }
    public string? Name { get; set; }
    public string? Title { get; set; }
    public string? BasedOn { get; set; }
    public int? DueDay { get; set; }
    public string? DueMonth { get; set; }
    public List<ReportDocument>? Reports { get; set; }
}

internal sealed class ReportDocument : IPlaced
{
    [YamlDotNet.Serialization.YamlIgnore]
    public long Line { get; set; }
    public string? Name { get; set; }
    public string? Every { get; set; }
    public WindowDocument? Window { get; set; }
    public int? DueDay { get; set; }
    public string? DueMonth { get; set; }
    public List<string>? Replaces { get; set; }
    public List<string>? OwedBy { get; set; }
}

internal sealed class WindowDocument : IPlaced
{
    [YamlDotNet.Serialization.YamlIgnore]
    public long Line { get; set; }
    public WindowDayDocument? From { get; set; }
    public WindowDayDocument? To { get; set; }
}

internal sealed class WindowDayDocument : IPlaced
{
    [YamlDotNet.Serialization.YamlIgnore]
    public long Line { get; set; }
    public int? Day { get; set; }
    public string? Month { get; set; }
}
