using System.Runtime.InteropServices;

namespace CcHc.Adapters.Files;

/// <summary>
/// Gives a finished file a name that nobody has yet (tên còn trống): of two who want the same name at once, one gets it. .NET's own move looks first and moves
/// then, outside Windows, so that the second would replace what the first has just put there.
/// </summary>
public static class FreeName
{
    private const int Exists = 17;

    /// <returns>False when the name is taken. The temporary name may be left over; its owner deletes it.</returns>
    /// <exception cref="IOException">The disk or the network fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static bool TryTake(string temporary, string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            if (Native.Link(temporary, name) == 0)
            {
                return true;
            }

            if (Marshal.GetLastPInvokeError() == Exists)
            {
                return false;
            }

            // Windows shares and memory cards know no second names; there a look before the move must do.
        }

        try
        {
            File.Move(temporary, name, overwrite: false);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && File.Exists(name))
        {
            return false;
        }
    }

    private static class Native
    {
        public static readonly MakeLink Link = SystemCall.Of<MakeLink>("link");

        [UnmanagedFunctionPointer(CallingConvention.Cdecl, SetLastError = true)]
        public delegate int MakeLink([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
    }
}
