namespace CcHc.Bench;

/// <summary>What a benchmark class is called in the table (dòng của bảng).</summary>
/// <param name="items">What its sizes count: "rows"; null for a class without sizes.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RowAttribute(string title, string? items = null) : Attribute
{
    public string Title => title;

    public string? Items => items;
}

/// <summary>The most a benchmark may take, times another one of its class run at the same size.</summary>
/// <param name="of">The other's method, the floor as a rule.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AtMostAttribute(double times, string of) : Attribute
{
    public double Times => times;

    public string Of => of;

    /// <summary>The size the promise is made for; 0: every one.</summary>
    public int At { get; init; }
}

/// <summary>The longest a benchmark may take, in seconds.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WithinAttribute(double seconds) : Attribute
{
    public double Seconds => seconds;

    /// <summary>The size the promise is made for.</summary>
    public int At { get; init; }
}
