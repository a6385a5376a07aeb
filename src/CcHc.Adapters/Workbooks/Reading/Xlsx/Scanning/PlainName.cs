namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>The name of an element or attribute (tên thẻ) by its places in the bytes of its tag. The office formats use ASCII letters, digits and "_".</summary>
/// <param name="Local">Where what follows the prefix begins.</param>
/// <param name="End">Behind the last byte.</param>
internal readonly record struct PlainName(int Start, int Local, int End)
{
    public bool HasPrefix => Local > Start;

    /// <summary>Reads the name that begins at a place; without length where it may go on behind the bytes.</summary>
    public static PlainName Read(ReadOnlySpan<byte> tag, int start)
    {
        var (at, local) = (start, start);
        for (; at < tag.Length && IsPart(tag[at]); at++)
        {
            if (tag[at] == ':')
            {
                UnusualXmlException.Unless(local == start && at > start);
                local = at + 1;
            }
        }

        if (at >= tag.Length)
        {
            return new PlainName(start, start, start);
        }

        UnusualXmlException.Unless(local < at && !char.IsAsciiDigit((char)tag[start]) && !char.IsAsciiDigit((char)tag[local]));
        return new PlainName(start, local, at);
    }

    public ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> tag) => tag[Start..End];

    public ReadOnlySpan<byte> LocalOf(ReadOnlySpan<byte> tag) => tag[Local..End];

    public ReadOnlySpan<byte> PrefixOf(ReadOnlySpan<byte> tag) => HasPrefix ? tag[Start..(Local - 1)] : default;

    private static bool IsPart(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)':';
}
