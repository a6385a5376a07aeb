namespace CcHc.Core.Text;

/// <summary>Many names in one sentence.</summary>
public static class NameList
{
    /// <summary>"B7, B9, …": the first ones.</summary>
    public static string Of(IReadOnlyCollection<string> names, int most = 20) => string.Join(", ", names.Take(most)) + (names.Count > most ? ", …" : "");
}
