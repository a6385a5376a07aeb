using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace CcHc.Adapters.Storage;

/// <summary>Binds the SQLite provider to the library the operating system keeps patched; no native library is shipped.</summary>
internal static class SystemSqlite
{
    /// <summary>ON CONFLICT … DO NOTHING came with 3.24.</summary>
    private const int OldestVersion = 3_024_000;

    private static readonly Lazy<bool> Bound = new(Bind);

    /// <exception cref="DllNotFoundException">The system has no SQLite library.</exception>
    public static void Load() => _ = Bound.Value;

    private static bool Bind()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        if (raw.sqlite3_libversion_number() < OldestVersion)
        {
            throw new NotSupportedException($"The system's SQLite is {raw.sqlite3_libversion().utf8_to_string()}; 3.24 or later is needed.");
        }

        return true;
    }

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        foreach (var name in Names())
        {
            if (NativeLibrary.TryLoad(name, assembly, path, out var handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException($"No SQLite library on this machine (looked for {string.Join(", ", Names())}). Debian, Ubuntu: apt install libsqlite3-0.");
    }

    private static string[] Names() =>
        OperatingSystem.IsWindows() ? ["winsqlite3.dll", "sqlite3.dll"]
        : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib"]
        : ["libsqlite3.so.0", "libsqlite3.so"];
}
