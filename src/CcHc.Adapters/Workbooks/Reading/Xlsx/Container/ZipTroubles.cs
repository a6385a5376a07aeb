namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

/// <summary>
/// The library for zips checks little of what a file tells of itself (tệp nén khai sai): sizes and places that cannot be surface as exceptions of every kind.
/// </summary>
internal static class ZipTroubles
{
    public static bool IsOne(Exception trouble) => trouble is ArgumentException or IOException or OverflowException or NotSupportedException;

    /// <exception cref="InvalidDataException">Whatever of the kind went wrong.</exception>
    public static T Guard<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception trouble) when (IsOne(trouble))
        {
            throw new InvalidDataException(trouble.Message, trouble);
        }
    }
}
