namespace CcHc.Worker.Hosting.ServiceManagers;

/// <summary>Who may read and write a folder of ours on Windows (quyền truy cập), by the system's own icacls.exe.</summary>
internal static class WindowsRights
{
    /// <summary>
    /// SYSTEM and the administrators alone, by number, since their names differ with Windows' language. A folder in %ProgramData% is otherwise open to every
    /// account of the machine, to read and to put files into. Rights given to others by name stay.
    /// </summary>
    public static SystemTool Shut(string folder) =>
        new("icacls.exe", folder, "/inheritance:r", "/grant:r", "*S-1-5-18:(OI)(CI)F", "*S-1-5-32-544:(OI)(CI)F", "/Q");

    public static SystemTool Open(string folder, string account) => new("icacls.exe", folder, "/grant", $"{account}:(OI)(CI)M", "/Q");
}
