using System.Runtime.InteropServices;

namespace CcHc.Adapters.Files;

/// <summary>A call of the system's C library (lời gọi hệ thống), outside Windows; by way of the program itself, as .NET's own calls go.</summary>
internal static class SystemCall
{
    /// <exception cref="EntryPointNotFoundException">There is none of that name.</exception>
    public static T Of<T>(string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), name));
}
