using System.Diagnostics;
using System.Text;

namespace CcHc.Tests;

/// <summary>Runs the scripts of tests/tools with the system's Python, which has Debian's packages.</summary>
internal static class Python
{
    public static Process Start(string script, params string[] arguments)
    {
        var program = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        // -B: nothing is left among the sources.
        return Process.Start(new ProcessStartInfo(program, ["-B", Path.Combine(Repository.Folder, "tests", "tools", script), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
    }
}
