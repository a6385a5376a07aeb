using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.FullStack;

/// <summary>Adds nothing but the answer that nobody here takes runs over.</summary>
public static class FullStackWiring
{
    public static IServiceCollection AddFullStack(this IServiceCollection services, EngineSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return services.AddSingleton<IRunDispatcher, NoRunDispatcher>();
    }

    /// <returns>False: there is no engine's dashboard to link to.</returns>
    public static bool MapFullStackDashboard(this WebApplication app, EngineDashboardAccess access)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(access);
        return false;
    }
}
