using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CcHc.Adapters.Tests.Support;

/// <summary>Runs the scripts of tests/tools with the system's Python, which has Debian's packages.</summary>
internal static class Python
{
    public static Process Start(string script, params string[] arguments)
    {
        var program = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        return Process.Start(new ProcessStartInfo(program, [Path.Combine(Tools(), script), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
    }

    private static string Tools([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "tools"));
}
