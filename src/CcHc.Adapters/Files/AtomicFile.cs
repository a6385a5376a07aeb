
namespace CcHc.Adapters.Files;

/// <summary>Publishes a file whole or not at all (ghi trọn vẹn): written under a temporary name beside its target, then moved.</summary>
public static class AtomicFile
{
    /// <summary>What a crash may leave beside a target.</summary>
    public const string UnfinishedPattern = "~cchc-*.tmp";

    /// <summary>Replaces the target, or when somebody has it open writes "name (2).xlsx", "name (3).xlsx" … beside it; those never replace a file.</summary>
    /// <returns>The path the file was published under.</returns>
    public static string Write(string path, Action<Stream> write) => Written(path, write, Publish);

    /// <summary>Replaces the target, also a link that somebody put in its place; what the link leads to is not touched.</summary>
    /// <exception cref="IOException">Somebody has it open.</exception>
    public static void Replace(string path, Action<Stream> write) => Written(path, write, (temporary, target) =>
    {
        File.Move(temporary, target, overwrite: true);
        return target;
    });

    /// <summary>Replaces nothing: where the name is taken, "name (2).xlsx", "name (3).xlsx" … is written beside it.</summary>
    /// <returns>The path the file was published under.</returns>
    public static string WriteNew(string path, Action<Stream> write) => Written(path, write, (temporary, target) => TakeFree(temporary, target, first: 1));

    /// <summary>Replaces nothing: where the name is taken by other bytes, "name (2).xlsx" … is written beside it; by the same bytes, nothing.</summary>
    /// <returns>The path these bytes are at, and whether they were not there before.</returns>
    public static (string Path, bool IsNew) Add(string path, byte[] bytes)
    {
        var isNew = false;
        var published = Written(path, stream => stream.Write(bytes), (temporary, target) =>
        {
            for (var number = 1; ; number++)
            {
                var name = Numbered(target, number);
                if (TryTake(temporary, name))
                {
                    isNew = true;
                    return name;
                }

                if (Holds(name, bytes))
                {
                    return name;
                }
            }
        });
        return (published, isNew);
    }

    private static string Written(string path, Action<Stream> write, Func<string, string, string> publish)
    {
        var target = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $"~cchc-{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            return publish(temporary, target);
        }
        finally
        {
            // Nothing is left to delete once it was moved.
            File.Delete(temporary);
        }
    }

    private static string Publish(string temporary, string target) =>
        !IsOpen(target) && TryReplace(temporary, target) ? target : TakeFree(temporary, target, first: 2);

    /// <param name="first">1 begins with the target itself.</param>
    private static string TakeFree(string temporary, string target, int first)
    {
        for (var number = first; ; number++)
        {
            var name = Numbered(target, number);
            if (TryTake(temporary, name))
            {
                return name;
            }
        }
    }

    private static bool TryTake(string temporary, string name) => !File.Exists(name) && FreeName.TryTake(temporary, name);

    private static string Numbered(string target, int number) => number == 1 ? target : Path.Combine(
        Path.GetDirectoryName(target)!, FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(target)} ({number}){Path.GetExtension(target)}"));

    /// <summary>Whether a file has these bytes; false also of one that somebody has locked: what it holds is his; and of a link.</summary>
    public static bool Holds(string path, byte[] bytes)
    {
        try
        {
            if (!PlainFile.HasBytes(path))
            {
                return false;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var held = new byte[bytes.Length];
            return file.Length == bytes.Length && file.ReadAtLeast(held, held.Length, throwOnEndOfStream: false) == bytes.Length
                && held.AsSpan().SequenceEqual(bytes);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A move that fails though the target exists means somebody took it in the meantime; any other failure is the caller's to hear.</summary>
    private static bool TryReplace(string temporary, string target)
    {
        try
        {
            File.Move(temporary, target, overwrite: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && File.Exists(target))
        {
            return false;
        }
    }

    /// <summary>
    /// Open, write-protected, or marked as open by Excel's or LibreOffice's owner file, which is all one sees of a colleague on another machine.
    /// </summary>
    private static bool IsOpen(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var (folder, name) = (Path.GetDirectoryName(path)!, Path.GetFileName(path));
        if (File.Exists(Path.Combine(folder, "~$" + name)) || File.Exists(Path.Combine(folder, $".~lock.{name}#")))
        {
            return true;
        }

        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
