using System.Collections.Concurrent;

namespace CcHc.Core.Agencies.Expressions;

/// <summary>Reads each distinct expression once for a whole run: registers repeat the same few words in thousands of cells. Safe for several threads.</summary>
public sealed class AgencyExpressions(AgencyDirectory directory, DateOnly? onDay = null)
{
    private readonly ConcurrentDictionary<(string Text, AgencyRole Role), IReadOnlyList<AgencyMention>> _read = new();
    private readonly ConcurrentDictionary<(string Leads, string Helps), IReadOnlyList<AgencyMention>> _ofTasks = new();

    /// <summary>As <see cref="AgencyExpression.Read"/>.</summary>
    public IReadOnlyList<AgencyMention> Read(string text, AgencyRole role) =>
        _read.GetOrAdd((text, role), static (key, self) => AgencyExpression.Read(key.Text, key.Role, self.Directory, self.OnDay),
            (Directory: directory, OnDay: onDay));

    /// <summary>Whom the two cells of a task name, the leads first.</summary>
    /// <param name="helps">Under a header that says who helps, "chủ trì" inside the cell makes nobody the lead.</param>
    public IReadOnlyList<AgencyMention> OfTask(string leads, string helps) =>
        _ofTasks.GetOrAdd((leads, helps), static (cells, self) =>
            [.. self.Read(cells.Leads, AgencyRole.Lead), .. self.Read(cells.Helps, AgencyRole.Coordinating).Select(AsHelping)], this);

    private static AgencyMention AsHelping(AgencyMention mention) =>
        mention.Role == AgencyRole.Lead ? mention with { Role = AgencyRole.Coordinating } : mention;
}
