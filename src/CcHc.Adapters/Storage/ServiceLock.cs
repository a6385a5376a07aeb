using CcHc.Adapters.Files;

namespace CcHc.Adapters.Storage;

/// <summary>Held by the service as long as it runs, and by a restore: the two never work on one data folder at once (khóa dịch vụ).</summary>
public sealed class ServiceLock : IDisposable
{
    private readonly FileStream _file;

    private ServiceLock(FileStream file) => _file = file;

    /// <returns>Null when somebody holds it. It ends with the process, however that ends.</returns>
    public static ServiceLock? TryTake(string dataFolder)
    {
        PrivateFiles.CreateFolder(dataFolder);
        try
        {
            return new ServiceLock(new FileStream(Path.Combine(dataFolder, "service.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
