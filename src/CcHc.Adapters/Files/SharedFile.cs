using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CcHc.Adapters.Files;

/// <summary>
/// Reads a file that others work in (mở chung): they may write, rename, delete and lock it meanwhile, and a lock that only asks to be respected keeps nobody
/// from reading.
/// </summary>
public static class SharedFile
{
    private const int Interrupted = 4;

    /// <exception cref="IOException">It is not there, somebody has it for himself, or the disk or the network fails.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream OpenRead(string path) => OperatingSystem.IsWindows()
        ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan)
        : new FileStream(OpenUnlocked(path), FileAccess.Read, bufferSize: 0);

    /// <exception cref="IOException">As for <see cref="OpenRead"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="OpenRead"/>.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        using var file = OpenRead(path);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Null for a file that is not there; one that cannot be looked at is never taken for that.</summary>
    /// <exception cref="IOException">Somebody has it for himself, or the disk or the network fails.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[]? ReadIfThere(string path)
    {
        try
        {
            return ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // .NET locks every file it opens there, whatever sharing is asked for, and on a network share that lock reaches the other machines: saving would fail for
    // whoever works in the file, and a lock of theirs would keep us out.
    private static SafeFileHandle OpenUnlocked(string path)
    {
        int file, error;
        do
        {
            file = Native.Open(path, Native.ReadOnly, 0);
            error = Marshal.GetLastPInvokeError();
        }
        while (file < 0 && error == Interrupted);
        return file >= 0 ? new SafeFileHandle(file, ownsHandle: true) : throw Failure(error, path);
    }

    private static Exception Failure(int error, string path)
    {
        var words = $"{path}: {Marshal.GetPInvokeErrorMessage(error)}";
        return error switch
        {
            2 or 20 => new FileNotFoundException(words, path),
            1 or 13 => new UnauthorizedAccessException(words),
            _ => new IOException(words, error),
        };
    }

    private static class Native
    {
        /// <summary>Programs we start do not inherit it.</summary>
        public static readonly int ReadOnly = OperatingSystem.IsMacOS() ? 0x100_0000 : 0x8_0000;

        public static readonly OpenFile Open = SystemCall.Of<OpenFile>("open");

        [UnmanagedFunctionPointer(CallingConvention.Cdecl, SetLastError = true)]
        public delegate int OpenFile([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, int mode);
    }
}
