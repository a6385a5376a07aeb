namespace CcHc.Hostile;

/// <summary>Where in the office a file is found (chỗ đặt tệp), and so by which reader it is read.</summary>
internal enum Place { Register, Directory, Holidays, Indicators, Report, Answers }

/// <summary>A file nobody in an office would wish for (tệp xấu), made anew each time from nothing but its name.</summary>
/// <param name="Name">Unique; says what is wrong with it.</param>
/// <param name="Refusal">The code it must be refused with; "" when it must be read; null when either will do.</param>
internal sealed record HostileFile(string Name, Place Place, Func<byte[]> Make, string? Refusal = null)
{
    /// <summary>Of the name the file has in the office: what it claims to be.</summary>
    public string Extension { get; init; } = ".xlsx";

    /// <summary>Takes seconds to make or to read, so that only the whole run tries it.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Worth running all jobs of a day over it.</summary>
    public bool IsWholeDay { get; init; }
}
