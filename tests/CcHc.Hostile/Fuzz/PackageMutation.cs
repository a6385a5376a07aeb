using System.IO.Compression;
using System.Text;

namespace CcHc.Hostile.Fuzz;

/// <summary>
/// Spoils the parts inside a zip and packs them again (phá bên trong gói): what a broken or malicious program might write, not what a broken disk leaves.
/// </summary>
internal static class PackageMutation
{
    public static byte[] Spoil(byte[] package, Random chance)
    {
        if (Unpack(package) is not { Count: > 0 } parts)
        {
            return ByteMutation.Spoil(package, chance);
        }

        switch (chance.Next(20))
        {
            case 0:
                parts.RemoveAt(chance.Next(parts.Count));
                break;
            case 1:
                parts.Add(parts[chance.Next(parts.Count)]);
                break;
            case 2:
                Exchange(parts, chance.Next(parts.Count), chance.Next(parts.Count));
                break;
            case 3:
                var renamed = chance.Next(parts.Count);
                parts[renamed] = (Rename(parts[renamed].Name, chance), parts[renamed].Content);
                break;
            case 4:
                var broken = Chosen(parts, chance);
                parts[broken] = (parts[broken].Name, ByteMutation.Spoil(parts[broken].Content, chance));
                break;
            default:
                var spoilt = Chosen(parts, chance);
                parts[spoilt] = (parts[spoilt].Name, Encoding.UTF8.GetBytes(XmlMutation.Spoil(Encoding.UTF8.GetString(parts[spoilt].Content), chance)));
                break;
        }

        return Pack(parts);
    }

    /// <summary>Mostly a part the readers look into.</summary>
    private static int Chosen(List<(string Name, byte[] Content)> parts, Random chance)
    {
        var read = Enumerable.Range(0, parts.Count).Where(i => !parts[i].Name.Contains("theme", StringComparison.Ordinal) && parts[i].Content.Length > 0)
            .ToList();
        var sheets = read.Where(i => parts[i].Name.Contains("sheet", StringComparison.OrdinalIgnoreCase)).ToList();
        return sheets.Count > 0 && chance.Next(2) == 0 ? sheets[chance.Next(sheets.Count)] : read.Count > 0 ? read[chance.Next(read.Count)] : 0;
    }

    private static void Exchange(List<(string Name, byte[] Content)> parts, int one, int other) =>
        (parts[one], parts[other]) = ((parts[one].Name, parts[other].Content), (parts[other].Name, parts[one].Content));

    private static string Rename(string name, Random chance) => chance.Next(6) switch
    {
        0 => name.ToUpperInvariant(),
        1 => name.Replace('/', '\\'),
        2 => "/" + name,
        3 => "../" + name,
        4 => name + ".bak",
        _ => name.Replace('1', '2'),
    };

    private static List<(string Name, byte[] Content)>? Unpack(byte[] package)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
            var parts = new List<(string, byte[])>();
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                using var part = entry.Open();
                part.CopyTo(content);
                parts.Add((entry.FullName, content.ToArray()));
            }

            return parts;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            // Spoilt before: it is spoilt further as bytes.
            return null;
        }
    }

    private static byte[] Pack(List<(string Name, byte[] Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
