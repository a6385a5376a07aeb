namespace CcHc.EndToEnd;

/// <summary>The sample province (tỉnh Mẫu) as the shared folder of an office of its own.</summary>
internal static class SampleProvince
{
    public static void CopyTo(string folder)
    {
        var samples = Path.Combine(Repository.Folder, "samples", "tinh-mau");
        foreach (var file in Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
