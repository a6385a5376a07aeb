namespace CcHc.Adapters.Workbooks.Templates;

/// <summary>The mark of a day off nobody has compared with the year's announcement yet (đối chiếu).</summary>
public static class HolidayMarks
{
    public const string ToCompare = " – đối chiếu";

    public static bool IsToCompare(string note) => note.EndsWith("đối chiếu", StringComparison.OrdinalIgnoreCase);
}
