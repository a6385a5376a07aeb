namespace CcHc.Hostile.Fuzz;

/// <summary>Spoils bytes without knowing what they mean: bits turned, pieces cut out, doubled, moved, blanked, the end missing (phá từng byte).</summary>
internal static class ByteMutation
{
    private static readonly byte[] Extremes = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF];

    public static byte[] Spoil(byte[] bytes, Random chance)
    {
        if (bytes.Length < 2)
        {
            return [0xFF];
        }

        var at = chance.Next(bytes.Length);
        var length = Math.Min(bytes.Length - at, 1 << chance.Next(0, 12));
        switch (chance.Next(7))
        {
            case 0:
                return Change(bytes, copy =>
                {
                    for (var times = 1 << chance.Next(0, 7); times > 0; times--)
                    {
                        copy[chance.Next(copy.Length)] ^= (byte)(1 << chance.Next(8));
                    }
                });
            case 1:
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at + length)];
            case 2:
                return [.. bytes.AsSpan(0, at + length), .. bytes.AsSpan(at)];
            case 3:
                return bytes[..Math.Max(1, at)];
            case 4:
                return Change(bytes, copy => copy.AsSpan(at, length).Fill(Extremes[chance.Next(Extremes.Length)]));
            case 5:
                return Change(bytes, copy => chance.NextBytes(copy.AsSpan(at, Math.Min(length, 64))));
            default:
                return Change(bytes, copy => bytes.AsSpan(at, length).CopyTo(copy.AsSpan(chance.Next(bytes.Length - length + 1))));
        }
    }

    private static byte[] Change(byte[] bytes, Action<byte[]> change)
    {
        var copy = (byte[])bytes.Clone();
        change(copy);
        return copy;
    }
}
