using System.Collections.Concurrent;

namespace CcHc.Core.Agencies.Expressions;

/// <summary>Reads each distinct expression once for a whole run: registers repeat the same few words in thousands of cells. Safe for several threads.</summary>
public sealed class AgencyExpressions(AgencyDirectory directory, DateOnly? onDay = null)
{
    private readonly ConcurrentDictionary<(string Text, AgencyRole Role), IReadOnlyList<AgencyMention>> _read = new();

    /// <summary>As <see cref="AgencyExpression.Read"/>.</summary>
    public IReadOnlyList<AgencyMention> Read(string text, AgencyRole role) =>
        _read.GetOrAdd((text, role), static (key, self) => AgencyExpression.Read(key.Text, key.Role, self.Directory, self.OnDay),
            (Directory: directory, OnDay: onDay));
}
