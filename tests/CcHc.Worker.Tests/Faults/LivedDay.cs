using System.Security.Cryptography;
using CcHc.Adapters.Files;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Worker.Tests.Support;
using Dapper;

namespace CcHc.Worker.Tests.Faults;

/// <summary>What is left when a day is over.</summary>
internal sealed record LivedDay
{
    public required IReadOnlyList<ArrivedLetter> Arrived { get; init; }

    /// <summary>Message-ID and address of everything in the outbox, with its state and how often its outcome was unknown.</summary>
    public required IReadOnlyDictionary<(string MessageId, string Address), (string State, int Unknowns)> Deliveries { get; init; }

    /// <summary>What kinds of letters are in the outbox.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>"task milestone agency", of what was reminded in whatever stage.</summary>
    public required IReadOnlyList<string> Reminded { get; init; }

    /// <summary>One line for each, with its stage.</summary>
    public required IReadOnlyList<string> Reminders { get; init; }

    /// <summary>"file state version", of every dropped file.</summary>
    public required IReadOnlyList<string> HandIns { get; init; }

    /// <summary>"period version kind what it is made of", of every consolidated workbook.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>What is remembered as written and does not lie there with those bytes.</summary>
    public required IReadOnlyList<string> WrongOutputs { get; init; }

    /// <summary>Files below the output folder, by name; what a crash left unfinished is none, and is swept the day after.</summary>
    public required IReadOnlyList<string> Published { get; init; }

    /// <summary>What the jobs said went wrong.</summary>
    public required IReadOnlyList<string> Troubles { get; init; }

    /// <summary>Staff's files that are another than before, or gone, or new.</summary>
    public required IReadOnlyList<string> ChangedFiles { get; init; }

    public static async Task<LivedDay> OfAsync(
        ReportOffice office, IReadOnlyList<ArrivedLetter> arrived, IReadOnlyList<string> troubles, Dictionary<string, string> before,
        Dictionary<string, string> after)
    {
        await using var host = await office.Office.OpenAsync();
        await using var connection = await office.Service<Database>(host).OpenAsync();
        var deliveries =
            await connection.QueryAsync<(string Id, string Address, string State, int Unknowns)>("SELECT message_id, address, state, unknowns FROM delivery");
        var sent = await office.Service<SentLedger>(host).ReadAsync();
        var outputs = (await office.OutputsAsync()).Concat(await office.Service<ReportOutputs>(host).ListAsync("2026-Q1")).ToList();
        return new LivedDay
        {
            Arrived = arrived,
            Deliveries = deliveries.ToDictionary(one => (one.Id, one.Address), one => (one.State, one.Unknowns)),
            Kinds =
                [.. (await connection.QueryAsync<string>("SELECT DISTINCT kind FROM letter WHERE created_at >= @Begin", new { FaultDay.Begin })).Order(
                    StringComparer.Ordinal)],
            Reminded = [.. sent.Select(key => $"{key.TaskKey} {key.MilestoneKey} {key.AgencyCode}").Distinct()],
            Reminders = [.. sent.Select(key => key.ToString()).Order(StringComparer.Ordinal)],
            HandIns = [.. (await office.FilesAsync()).Select(file => $"{file.File} {file.State} {file.Version} {file.ChangedBy} {file.Reason}")
                .Order(StringComparer.Ordinal)],
            Outputs = [.. outputs.Select(one => $"{one.Period} {one.Version} {one.Kind} {string.Join(", ", one.Inputs)}")],
            WrongOutputs = [.. outputs.Where(one => HashOf(Path.Combine(office.Office.Output, one.File)) != one.Hash).Select(one => one.File)],
            Published = [.. Directory.EnumerateFiles(office.Office.Output, "*", SearchOption.AllDirectories)
                .Where(file => !System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(AtomicFile.UnfinishedPattern, Path.GetFileName(file)))
                .Select(file => Path.GetRelativePath(office.Office.Output, file)).Order(StringComparer.Ordinal)],
            Troubles = troubles,
            ChangedFiles = [.. before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name))],
        };
    }

    /// <summary>Lower-case hex; empty when there is no such file.</summary>
    public static string HashOf(string file) => File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : "";
}
