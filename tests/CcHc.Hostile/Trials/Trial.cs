using CcHc.Adapters.Workbooks.Forms;
using CcHc.Adapters.Workbooks.Health;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Findings;
using CcHc.Core.Jobs;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Reminders;
using CcHc.Core.StatusReport;
using CcHc.Office;
using CcHc.Worker;

namespace CcHc.Hostile.Trials;

/// <summary>How hard a file is tried (mức thử).</summary>
internal enum Thoroughness
{
    /// <summary>It is read, and every output written from what was read.</summary>
    Quick,
    /// <summary>The outputs are looked through as well.</summary>
    Checked,
    /// <summary>And all jobs of a day are run over it by the job runner.</summary>
    WholeDay,
}

/// <summary>Tries one file the way the product meets it (thử một tệp): from its place in the shared folder to the outputs written from it.</summary>
/// <param name="kept">Folder in which the outputs of whole days are left for other programs to open; null leaves none.</param>
internal sealed class Trial(TrialOffice office, string? kept = null)
{
    /// <summary>The longest ones; the job writes all of them.</summary>
    private const int LettersWritten = 2;

    private static readonly JobDuty[] OfRegisters = [JobDuty.ReadRegisters, JobDuty.CheckRegisters, JobDuty.AssembleReport, JobDuty.RemindAgencies];
    private static readonly JobDuty[] OfReports = [JobDuty.CollectReports, JobDuty.AssemblePeriod, JobDuty.RemindAgencies];

    public async Task<TrialResult> RunAsync(HostileFile file, Thoroughness thoroughness)
    {
        var path = office.Put(file, file.Make());
        var watch = new Watch();
        var complaints = new List<string>();
        var outputs = new List<(string Name, byte[] Bytes)>();
        var verdict = TrialResult.Crash;
        try
        {
            var name = office.Folder.NameOf(path);
            verdict = file.Place == Place.Report ? ReadReport(path, name, watch, outputs, complaints)
                : await ReadOfficeAsync(file, name, thoroughness, watch, outputs, complaints);
            watch.Stop();
            if (thoroughness == Thoroughness.WholeDay)
            {
                LeaveForOthers(file.Name, outputs);
                outputs.AddRange(await RunJobsAsync(file.Place == Place.Report ? OfReports : OfRegisters, complaints));
            }

            if (thoroughness != Thoroughness.Quick)
            {
                complaints.AddRange(outputs.SelectMany(output => WrittenFile.Complaints(output.Name, output.Bytes)));
            }
        }
        catch (Exception crash) when (crash is not OutOfMemoryException)
        {
            verdict = TrialResult.Crash;
            complaints.Add("crash: " + crash);
        }

        watch.Stop();
        if (verdict != TrialResult.Crash && file.Refusal is { } wanted && wanted != (verdict == TrialResult.Read ? "" : verdict))
        {
            complaints.Add($"was {verdict}, should be {(wanted.Length == 0 ? TrialResult.Read : wanted)}");
        }

        return new TrialResult(file.Name, file.Place, verdict, watch.ReadSeconds, watch.Seconds, watch.ReadMegabytes, watch.Megabytes, outputs.Count,
            complaints);
    }

    private async Task<string> ReadOfficeAsync(HostileFile file, string name, Thoroughness thoroughness, Watch watch, List<(string, byte[])> outputs,
        List<string> complaints)
    {
        var today = TemplateOffice.Today;
        var reading = await office.Reader.LookAsync(today, new Progress<(int, int)>(), CancellationToken.None);
        watch.HasRead();
        complaints.AddRange(PlainWords.Complaints(reading.Findings));
        // A name below the output folder is not one below the shared folder.
        var isOurs = (Finding finding) => finding.File == name
            || (file.Place == Place.Answers && finding.File.EndsWith(Path.GetFileName(name), StringComparison.Ordinal));
        var verdict = VerdictOf([.. reading.Findings.Where(isOurs)], complaints);

        if (thoroughness == Thoroughness.Quick && verdict != TrialResult.Read)
        {
            return verdict;
        }

        var history = FindingHistory.Of([], reading.Findings, new HashSet<string>(), today);
        var readings = reading.Tasks.Select(task => (task.Task, task.Deadline)).ToList();
        var health = new RegisterHealth(reading.Findings, reading.Accepted, reading.Answered.Answers, history, readings, reading.Sources, today);
        Keep(HealthWorkbookWriter.Write(health, Path.Combine(office.Output, "thu", "canh-bao.xlsx"), office.Folder.Shared), outputs);

        var assessed = reading.Assess(office.Rules.Assessment(reading.Calendar), today);
        var report = StatusReportAssembler.Assemble(office.Rules.ProvinceName, assessed, reading.Findings, reading.Sources, reading.Directory.Agencies, today);
        Keep(StatusWorkbookWriter.Write(report, Path.Combine(office.Output, "thu", "tong-hop.xlsx"), office.Folder.Shared), outputs);

        var day = office.Rules.Plan(reading, new HashSet<ReminderKey>(), today);
        var rowsOf = day.Assessed.ToLookup(one => one.Obligation.Agency.Code, StringComparer.Ordinal);
        foreach (var letter in day.Letters.OrderByDescending(letter => letter.Reminders.Count).Take(LettersWritten))
        {
            outputs.Add(($"thu-{letter.Agency.Code}.xlsx", AgencyTasksWorkbookWriter.ToBytes(letter.Agency, [.. rowsOf[letter.Agency.Code]], letter.Day)));
        }

        return verdict;
    }

    private string ReadReport(string path, string name, Watch watch, List<(string, byte[])> outputs, List<string> complaints)
    {
        var taken = WorkbookSnapshot.Take(path);
        if (taken.Snapshot is not { } snapshot)
        {
            watch.HasRead();
            return taken.Refusal!.Code;
        }

        var reading = ReportReader.Read(snapshot, name, office.Expected);
        SavedTime.Of(snapshot, DateTimeOffset.MinValue, TemplateOffice.Clock.GetUtcNow());
        watch.HasRead();
        complaints.AddRange(PlainWords.Complaints(reading.Findings));
        var verdict = VerdictOf(reading.Findings, complaints);
        if (verdict == TrialResult.Read && reading.Findings.Count > 0 && WorkbookReader.Read(snapshot, name).Content is { } content)
        {
            outputs.Add(("danh-dau.xlsx", MarkedCopyWriter.ToBytes(content, reading.Findings, "Sở Tư pháp", TemplateOffice.Today)));
            var marked = MarkedCopyWriter.Of(snapshot.Bytes, content, reading.Findings, "Sở Tư pháp", TemplateOffice.Today);
            complaints.AddRange(MarkedCopy.Complaints(reading.Findings,
                ReportReader.Read(WorkbookSnapshot.Of(marked, snapshot.ChangedAtUtc), name, office.Expected).Findings));
        }

        return verdict;
    }

    /// <summary>A file that is refused says so once, and nothing besides.</summary>
    private static string VerdictOf(IReadOnlyList<Finding> findings, List<string> complaints)
    {
        var refusal = findings.FirstOrDefault(finding => finding.Severity == Severity.Error && IsOfFile(finding.Code));
        if (refusal is not null && findings.Count > 1)
        {
            complaints.Add($"{findings.Count} findings for one refusal: {string.Join(", ", findings.Select(finding => finding.Code).Distinct())}");
        }

        return refusal?.Code ?? TrialResult.Read;
    }

    private static bool IsOfFile(string code) => code.StartsWith("workbook-", StringComparison.Ordinal) || code.StartsWith("file-", StringComparison.Ordinal);

    private async Task<IReadOnlyList<(string, byte[])>> RunJobsAsync(IEnumerable<JobDuty> duties, List<string> complaints)
    {
        office.ForgetEverything();
        await using var host = await office.OpenWorkerAsync();
        foreach (var duty in duties.Where(duty => host.Office.Jobs.Any(job => job.Duty == duty)))
        {
            var outcome = await TemplateOffice.RunAsync(host, duty, TemplateOffice.Today, duty == JobDuty.AssemblePeriod
                ? new PeriodCommand(TemplateOffice.Period, "Mẫu") : null);
            if (outcome.Result == JobResult.Failed)
            {
                complaints.Add($"crash: {duty} failed: {outcome.Summary}");
            }
        }

        return [.. Directory.EnumerateFiles(office.Output, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith("canh-bao-thu.xlsx", StringComparison.Ordinal) && Path.GetFileName(Path.GetDirectoryName(path)) != "thu"
                && Path.GetExtension(path) is ".xlsx" or ".docx")
            .Select(path => (Path.GetRelativePath(office.Output, path), File.ReadAllBytes(path)))];
    }

    private void LeaveForOthers(string name, List<(string Name, byte[] Bytes)> outputs)
    {
        foreach (var output in kept is null ? [] : outputs)
        {
            File.WriteAllBytes(Path.Combine(kept!, $"{name.Replace('/', '-')}-{output.Name}"), output.Bytes);
        }
    }

    private static void Keep(string path, List<(string, byte[])> outputs) => outputs.Add((Path.GetFileName(path), File.ReadAllBytes(path)));

    /// <summary>Processor time, which does not depend on who else works on the machine, and memory: to the reading, and to the last output.</summary>
    private sealed class Watch
    {
        private readonly TimeSpan _started;
        private bool _isStopped;

        public Watch()
        {
            PeakMemory.Reset();
            _started = Environment.CpuUsage.TotalTime;
        }

        public double ReadSeconds { get; private set; }

        public double Seconds { get; private set; }

        public int ReadMegabytes { get; private set; }

        public int Megabytes { get; private set; }

        public void HasRead() => (ReadSeconds, ReadMegabytes) = (Now, PeakMemory.Megabytes);

        public void Stop()
        {
            if (_isStopped)
            {
                return;
            }

            _isStopped = true;
            (Seconds, Megabytes) = (Now, PeakMemory.Megabytes);
            (ReadSeconds, ReadMegabytes) = ReadSeconds > 0 ? (ReadSeconds, ReadMegabytes) : (Seconds, Megabytes);
        }

        private double Now => (Environment.CpuUsage.TotalTime - _started).TotalSeconds;
    }
}
