
namespace CcHc.Core.Registers.Recognition;

/// <summary>A file read now, before and after it is known which register it is.</summary>
internal sealed class ReadFile
{
    public ReadFile(RegisterReading reading)
    {
        Reading = reading;
        Marks = [.. reading.Tasks.Select(TaskMark.Of)];
        Traits = RegisterTraits.Of(reading, Marks);
    }

    public RegisterReading Reading { get; }

    /// <summary>One for each task, in their order.</summary>
    public IReadOnlyList<TaskMark> Marks { get; }

    public string Path => Reading.File;

    public RegisterTraits Traits { get; }

    /// <summary>The register this file is, or of which it is a copy; null while neither is known.</summary>
    public RegisterEntry? Entry { get; set; }
}

/// <summary>A register as it was remembered, and the file found to be it today.</summary>
internal sealed class RegisterEntry(KnownRegister before, bool isNew = false)
{
    private readonly RegisterTraits _traits = RegisterTraits.Of(before);

    public KnownRegister Before { get; } = before;

    /// <summary>As it is to be remembered.</summary>
    public KnownRegister Now { get; private set; } = before;

    public ReadFile? File { get; private set; }

    public bool IsChanged => isNew || !Now.SaysTheSameAs(Before);

    /// <summary>Of the file found today, else of the last reading.</summary>
    public RegisterTraits Traits => File?.Traits ?? _traits;

    public void Find(ReadFile file) => (File, file.Entry) = (file, this);

    public void AddCopy(ReadFile copy)
    {
        copy.Entry = this;
        if (!Now.Copies.Contains(copy.Path))
        {
            Now = Now with { Copies = [.. Now.Copies, copy.Path] };
        }
    }

    /// <summary>The reading of the file found, under the keys its tasks keep.</summary>
    public RegisterReading Remember(DateOnly today)
    {
        var (reading, now) = new RememberedTasks(Now, today).Take(File!.Reading, File.Marks);
        Now = now with { Copies = [.. now.Copies.Where(path => path != now.Path)] };
        return reading;
    }
}
