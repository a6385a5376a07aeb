using CcHc.Hostile.Corpus;
using CcHc.Hostile.Trials;

namespace CcHc.Hostile.Fuzz;

/// <summary>Spoils good files by chance (phá tệp ngẫu nhiên): the same seed and number always give the same file.</summary>
internal sealed class Fuzzer(int seed)
{
    /// <summary>Chance that what was spoilt once is spoilt once more.</summary>
    private const double Again = 0.3;

    private static readonly Lazy<(Place Place, string Name, byte[] Bytes)>[] Good =
        [
            .. Seeds.All.Select(
                one => new Lazy<(Place, string, byte[])>(() => (one.Place, Path.GetFileNameWithoutExtension(one.Path), File.ReadAllBytes(one.Path))))];

    /// <summary>Looking through the outputs takes longer than all else, so only some files have it.</summary>
    public static Thoroughness ThoroughnessOf(int number) =>
        number % 97 == 0 ? Thoroughness.WholeDay : number % 11 == 0 ? Thoroughness.Checked : Thoroughness.Quick;

    public HostileFile this[int number]
    {
        get
        {
            var (place, name, bytes) = Good[number % Good.Length].Value;
            return new HostileFile(FormattableString.Invariant($"fuzz/{seed}/{number}/{name}"), place,
                () => Spoil(bytes, new Random(unchecked(seed * 1_000_003 + number))));
        }
    }

    private static byte[] Spoil(byte[] good, Random chance)
    {
        var isZip = good[0] == 'P';
        var bytes = good;
        do
        {
            bytes = chance.Next(10) switch
            {
                0 => ByteMutation.Spoil(bytes, chance),
                _ when isZip => PackageMutation.Spoil(bytes, chance),
                _ => SectorMutation.Spoil(bytes, chance),
            };
        }
        while (chance.NextDouble() < Again);
        return bytes;
    }
}
