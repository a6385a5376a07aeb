namespace CcHc.Worker.Screens;

/// <summary>What the program's exit code says.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int DoneWithFindings = 3;
}
