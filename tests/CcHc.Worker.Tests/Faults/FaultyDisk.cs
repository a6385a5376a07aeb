using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CcHc.Worker.Tests.Faults;

/// <summary>How calls below a folder fail.</summary>
public enum DiskWay
{
    /// <summary>One call, with an input/output error.</summary>
    Once,

    /// <summary>A share that is away: that call and all after it.</summary>
    Gone,

    /// <summary>A disk that is full: all that takes room, from that call on.</summary>
    Full,
}

/// <summary>
/// The file system, made to fail below the program's feet: a library loaded before C's own, so that no code of ours knows of it. It works in a process started
/// with it only.
/// </summary>
internal static class FaultyDisk
{
    private const string Library = "faulty_disk";
    private const int InputOutputError = 5;
    private const int NoRoom = 28;
    private const int NotConnected = 107;

    private const string HowToInstall =
        "This test makes the file system fail with a small library in C, on Linux, and needs a C compiler (Debian, Ubuntu: apt install gcc libc6-dev).";

    /// <summary>Compiles the library.</summary>
    public static async Task BuildAsync(string target)
    {
        var source = Path.Combine(Repository.Folder, "tests", "tools", "faulty_disk.c");
        try
        {
            using var compiler =
                Process.Start(new ProcessStartInfo("cc",
                    ["-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-o", target, source, "-ldl"]) { RedirectStandardError = true })!;
            var errors = await compiler.StandardError.ReadToEndAsync();
            await compiler.WaitForExitAsync();
            Assert.True(compiler.ExitCode == 0, $"{HowToInstall}\n{errors}");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException(HowToInstall, missing);
        }
    }

    /// <summary>Says where the library lies that this process was started with.</summary>
    public static void Use(string library) => NativeLibrary.SetDllImportResolver(
        typeof(FaultyDisk).Assembly, (name, _, _) => name == Library ? NativeLibrary.Load(library) : nint.Zero);

    /// <param name="spared">What has this in its path never fails.</param>
    /// <param name="nth">From 1; 0 lets everything through.</param>
    public static void Arm(string folder, string spared, int nth, DiskWay way) =>
        ArmNative(folder, spared, nth, way switch { DiskWay.Full => NoRoom, DiskWay.Gone => NotConnected, _ => InputOutputError }, (int)way);

    /// <summary>What failed, and where; null while nothing did.</summary>
    public static string? Failed => Marshal.PtrToStringUTF8(FailedNative()) is { Length: > 0 } failed ? failed : null;

    /// <summary>Nothing fails and nothing is counted meanwhile: it begins with a pause.</summary>
    public static void Pause(bool isPaused) => PauseNative(isPaused ? 1 : 0);

    [DllImport(Library, EntryPoint = "faulty_disk_heal")]
    public static extern void Heal();

    [DllImport(Library, EntryPoint = "faulty_disk_pause")]
    private static extern void PauseNative(int isPaused);

    [DllImport(Library, EntryPoint = "faulty_disk_arm")]
    private static extern void ArmNative([MarshalAs(UnmanagedType.LPUTF8Str)] string folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string spared, int nth,
        int error, int way);

    [DllImport(Library, EntryPoint = "faulty_disk_failed")]
    private static extern nint FailedNative();
}
