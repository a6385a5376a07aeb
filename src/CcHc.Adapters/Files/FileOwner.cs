using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CcHc.Adapters.Files;

/// <summary>The account a file belongs to (chủ của tệp), where the system says it.</summary>
/// <param name="Name">As /etc/passwd has it; the number for one that is not there.</param>
public sealed record FileOwner(uint Id, string Name)
{
    private const int CurrentFolder = -100;
    private const uint AskForOwner = 0x8;
    private const int OwnersPlace = 20;

    /// <returns>Null on Windows, on systems without the call, and when there is no such file.</returns>
    public static FileOwner? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            // 256 bytes of one layout on every processor; the owner stands at byte 20.
            var told = new byte[256];
            return Calls.Statx(CurrentFolder, path, 0, AskForOwner, told) == 0
                ? Known(BinaryPrimitives.ReadUInt32LittleEndian(told.AsSpan(OwnersPlace))) : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static FileOwner Known(uint id)
    {
        var number = id.ToString(CultureInfo.InvariantCulture);
        var account = File.Exists("/etc/passwd")
            ? File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(parts => parts.Length > 2 && parts[2] == number) : null;
        return new FileOwner(id, account?[0] ?? number);
    }

    private static class Calls
    {
        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        public delegate int AskOfFile(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint wanted, byte[] told);

        public static readonly AskOfFile Statx = SystemCall.Of<AskOfFile>("statx");
    }
}
