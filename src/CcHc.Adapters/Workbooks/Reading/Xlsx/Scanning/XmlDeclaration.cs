namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>What a part begins with (khai báo XML): a byte order mark and the declaration of its encoding, or neither.</summary>
internal static class XmlDeclaration
{
    /// <summary>To the first byte behind it.</summary>
    public static void Skip(ByteWindow part)
    {
        if (part.StartsWith([0xEF, 0xBB, 0xBF]))
        {
            part.Advance(3);
        }

        if (!part.StartsWith("<?xml "u8))
        {
            return;
        }

        var end = part.Find("?>"u8, 0);
        UnusualXmlException.Unless(end > 0 && IsUsual(part.Rest[..end]));
        part.Advance(end + 2);
    }

    /// <summary>As office programs write it; anything else may be wrong in ways the XML reader knows.</summary>
    private static bool IsUsual(ReadOnlySpan<byte> declaration) =>
        declaration.SequenceEqual("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\""u8)
        || declaration.SequenceEqual("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\""u8)
        || declaration.SequenceEqual("<?xml version=\"1.0\" encoding=\"UTF-8\""u8)
        || declaration.SequenceEqual("<?xml version=\"1.0\" encoding=\"utf-8\""u8)
        || declaration.SequenceEqual("<?xml version='1.0' encoding='UTF-8' standalone='yes'"u8)
        || declaration.SequenceEqual("<?xml version='1.0' encoding='UTF-8'"u8)
        || declaration.SequenceEqual("<?xml version=\"1.0\""u8);
}
