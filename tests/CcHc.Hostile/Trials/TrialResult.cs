namespace CcHc.Hostile.Trials;

/// <summary>What became of one file (kết quả thử).</summary>
/// <param name="Verdict">"read", or the code it was refused with; "crash" or "hang" when neither came.</param>
/// <param name="ReadSeconds">Processor time from the file in its place to the finding or the tasks.</param>
/// <param name="Seconds">With every output written from it.</param>
/// <param name="ReadMegabytes">Peak of the whole process while reading; 0 where it is not known.</param>
/// <param name="Megabytes">With every output written from it.</param>
/// <param name="Complaints">Every promise it broke, in English.</param>
internal sealed record TrialResult(
    string Name, Place Place, string Verdict, double ReadSeconds, double Seconds, int ReadMegabytes, int Megabytes, int Outputs,
    IReadOnlyList<string> Complaints)
{
    public const string Read = "read";
    public const string Crash = "crash";
    public const string Hang = "hang";
}
