using System.Diagnostics;
using System.Globalization;
using CcHc.Tests;

namespace CcHc.Bench.Given;

/// <summary>openpyxl, which offices' scripts mostly use, in a process of its own that starts once; measured only where the machine has it.</summary>
internal sealed class PythonPeer : IDisposable
{
    private static readonly Lazy<bool> Present = new(() =>
    {
        try
        {
            using var peer = new PythonPeer();
            return peer._version.Length > 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    private readonly Process _python = Python.Start("openpyxl_peer.py");
    private readonly string _version;

    public PythonPeer() => _version = _python.StandardOutput.ReadLine() ?? "";

    public static bool IsPresent => Present.Value;

    /// <returns>Cells that say something.</returns>
    public int Read(string path) => Ask("read", path);

    /// <summary>The texts of one workbook's first sheet into another.</summary>
    /// <returns>Rows.</returns>
    public int Write(string source, string target) => Ask("write", source, target);

    private int Ask(params string[] request)
    {
        _python.StandardInput.WriteLine(string.Join('\t', request));
        var answer = _python.StandardOutput.ReadLine();
        return answer is null
            ? throw new InvalidOperationException(_python.StandardError.ReadToEnd()) : int.Parse(answer, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _python.StandardInput.Close();
        _python.WaitForExit();
        _python.Dispose();
    }
}
