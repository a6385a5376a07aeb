namespace CcHc.Core.Sheets.LegacyFonts;

/// <summary>A way Vietnamese letters were stored before Unicode (bảng mã cũ).</summary>
public enum LegacyEncoding
{
    /// <summary>TCVN 5712:1993 VN3, called ABC: one byte a letter, capitals with a tone only in fonts of their own.</summary>
    Tcvn3,

    /// <summary>VNI for Windows: a plain letter and, for most marked vowels, a second character that is the mark.</summary>
    Vni,
}

/// <summary>What the name of a font (phông chữ) tells of the letters written in it.</summary>
/// <param name="IsCapitals">The font shows small letters as capitals.</param>
public readonly record struct LegacyFont(LegacyEncoding Encoding, bool IsCapitals)
{
    /// <summary>Null for a font of Unicode letters, and for no name.</summary>
    public static LegacyFont? Of(string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (name.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase))
        {
            return new LegacyFont(LegacyEncoding.Tcvn3, name.EndsWith('H'));
        }

        return name.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VNI ", StringComparison.OrdinalIgnoreCase)
            ? new LegacyFont(LegacyEncoding.Vni, false)
            : null;
    }
}
