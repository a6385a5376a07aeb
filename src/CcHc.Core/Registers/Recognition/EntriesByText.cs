namespace CcHc.Core.Registers.Recognition;

/// <summary>Finds registers by the words of their tasks (tra theo nội dung), so that a file is compared only with those it has a task in common with.</summary>
internal sealed class EntriesByText
{
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);
    private readonly List<RegisterEntry> _entries = [];

    public void Add(RegisterEntry entry)
    {
        foreach (var text in entry.Traits.Texts)
        {
            if (!_places.TryGetValue(text, out var places))
            {
                _places.Add(text, places = []);
            }

            places.Add(_entries.Count);
        }

        _entries.Add(entry);
    }

    /// <returns>In the order they were added.</returns>
    public IEnumerable<RegisterEntry> SharingWith(RegisterTraits traits) =>
        new SortedSet<int>(traits.Texts.SelectMany(text => _places.GetValueOrDefault(text) ?? [])).Select(place => _entries[place]);
}
