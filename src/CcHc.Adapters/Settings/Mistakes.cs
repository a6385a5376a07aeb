namespace CcHc.Adapters.Settings;

/// <summary>Collects what is wrong with the settings, so that it is told all at once (mọi chỗ sai).</summary>
internal sealed class Mistakes
{
    private readonly List<string> _found = [];

    public bool AreNone => _found.Count == 0;

    public void Add(string mistake)
    {
        if (!_found.Contains(mistake))
        {
            _found.Add(mistake);
        }
    }

    /// <summary>What judging one part of the settings gives; when that part is wrong, the fallback, and the mistake is kept.</summary>
    public T Try<T>(Func<T> judge, T fallback)
    {
        try
        {
            return judge();
        }
        catch (SettingsException wrong)
        {
            foreach (var mistake in wrong.Mistakes)
            {
                Add(mistake);
            }

            return fallback;
        }
    }

    /// <exception cref="SettingsException">There is at least one.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw new SettingsException([.. _found]);
        }
    }
}
