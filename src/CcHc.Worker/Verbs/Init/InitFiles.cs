using System.Text;
using CcHc.Adapters.Files;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs.Init;

/// <summary>Writes what is not there yet, says so, and changes nothing that is there without being told to.</summary>
internal sealed class InitFiles(Screen screen)
{
    /// <summary>A settings file. One that says otherwise is replaced only when somebody agrees, and then kept beside it as NAME.old.</summary>
    public void Settings(string path, string text)
    {
        var bytes = new UTF8Encoding(false).GetBytes(text);
        if (!File.Exists(path))
        {
            AtomicFile.Replace(path, stream => stream.Write(bytes));
            screen.Line($"  written    {path}");
        }
        else if (File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            screen.Line($"  as it was  {path}");
        }
        else if (screen.Agrees($"{path} is there and says otherwise. Replace it (the old one stays as {Path.GetFileName(path)}.old)?"))
        {
            File.Copy(path, path + ".old", overwrite: true);
            AtomicFile.Replace(path, stream => stream.Write(bytes));
            screen.Line($"  replaced   {path}");
        }
        else
        {
            screen.Line($"  left       {path} (it says otherwise and stays)");
        }
    }

    /// <summary>A secret: written once, for this account alone.</summary>
    public void Secret(string path, string secret)
    {
        if (File.Exists(path))
        {
            screen.Line($"  left       {path}");
            return;
        }

        using var file = PrivateFiles.CreateNew(path);
        file.Write(new UTF8Encoding(false).GetBytes(secret + "\n"));
        screen.Line($"  written    {path}");
    }

    /// <summary>A workbook of the office: never replaced.</summary>
    public void Workbook(string path, Func<byte[]> make)
    {
        if (File.Exists(path))
        {
            screen.Line($"  as it was  {path}");
            return;
        }

        var bytes = make();
        AtomicFile.WriteNew(path, stream => stream.Write(bytes));
        screen.Line($"  written    {path}");
    }

    /// <exception cref="UsageException">It cannot be made.</exception>
    public static void Folder(string path, bool isPrivate = false)
    {
        try
        {
            if (isPrivate)
            {
                PrivateFiles.CreateFolder(path);
            }
            else
            {
                Directory.CreateDirectory(path);
            }
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{path} cannot be made: {closed.Message} Run this as the administrator (Linux: sudo), "
                + "or name other folders with --settings, --data and --shared.");
        }
    }
}
