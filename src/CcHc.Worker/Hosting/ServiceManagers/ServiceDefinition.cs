namespace CcHc.Worker.Hosting.ServiceManagers;

/// <summary>What the system's service manager is to run (định nghĩa dịch vụ). All paths are absolute.</summary>
/// <param name="Account">Empty: the account the system is given for it.</param>
/// <param name="WritableFolders">What the service writes: its data, and the folder of the outputs.</param>
public sealed record ServiceDefinition(string Program, string JobsFile, string DataFolder, string Account, IReadOnlyList<string> WritableFolders)
{
    public string SettingsFolder => Path.GetDirectoryName(JobsFile)!;

    /// <summary>An account of people or of a domain; Windows keeps those of its own and the managed ones ("NAME$").</summary>
    public bool WantsPassword => Account.Length > 0 && !Account.EndsWith('$');
}

/// <summary>How the system's service manager is spoken to.</summary>
internal interface IServiceManager
{
    /// <summary>The commands and files an installation consists of, in order, for people to read.</summary>
    IEnumerable<string> Steps(ServiceDefinition service);

    Task InstallAsync(ServiceDefinition service, CancellationToken cancellationToken);

    /// <summary>Settings and data stay.</summary>
    Task UninstallAsync(CancellationToken cancellationToken);

    Task StartAsync(CancellationToken cancellationToken);

    /// <returns>False when it was not running.</returns>
    Task<bool> StopAsync(CancellationToken cancellationToken);

    /// <returns>One line an administrator reads, and whether it runs.</returns>
    Task<(string Said, bool Runs)> StatusAsync(CancellationToken cancellationToken);
}
