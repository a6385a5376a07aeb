using System.Collections;
using System.Reflection;

namespace CcHc.Adapters.Settings.Machine;

/// <summary>Keys of appsettings.json given by the environment (biến môi trường): CCHC__mail__host is mail: host, and stands above what the file says.</summary>
internal static class EnvironmentSettings
{
    public const string Prefix = "CCHC__";

    /// <summary>Beyond the keys: secrets, each with a …_FILE beside it.</summary>
    private static readonly string[] Secrets =
        [MachineSettings.PasswordVariable, MachineSettings.MailboxPasswordVariable, MachineSettings.PostgresVariable, OpenIdSettings.SecretVariable];

    /// <summary>Lays what the environment says over what the file says; a variable that names no key is a mistake, one like a secret's name too.</summary>
    public static SettingNode Over(SettingNode file, IDictionary variables, Func<string, string> naming, Mistakes mistakes)
    {
        var root = file.Kind == NodeKind.Map ? file : new SettingNode(NodeKind.Map, file.Place);
        foreach (var name in variables.Keys.OfType<string>().Order(StringComparer.Ordinal))
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                root = Put(root, name, variables[name] as string ?? "", name[Prefix.Length..].Split("__"), typeof(MachineDocument), naming, mistakes);
            }
            else if (name.StartsWith("CCHC_", StringComparison.Ordinal) && Misspelt(name) is { } meant)
            {
                mistakes.Add($"{name}: unknown variable. Did you mean \"{meant}\"?");
            }
        }

        return root;
    }

    private static SettingNode Put(SettingNode map, string variable, string value, ReadOnlySpan<string> steps, Type document, Func<string, string> naming,
        Mistakes mistakes)
    {
        var (step, known) = (steps[0], SettingsJudge.PropertiesOf(document).ToList());
        var property = known.Find(one => naming(one.Name).Equals(step, StringComparison.OrdinalIgnoreCase));
        if (property is null)
        {
            mistakes.Add(
                $"{variable}: unknown key \"{step}\".{NearWord.Hint(step, known.Select(one => naming(one.Name)))} Known here: {string.Join(", ", known.Select(one => naming(one.Name)))}.");
            return map;
        }

        var key = naming(property.Name);
        if (SettingsJudge.IsMap(property.PropertyType) != steps.Length > 1)
        {
            mistakes.Add(steps.Length > 1
                ? $"{variable}: {key} has no keys of its own. Write {Prefix}{key}."
                : $"{variable}: {key} has keys of its own. Write {Prefix}{key}__{naming(SettingsJudge.PropertiesOf(property.PropertyType).First().Name)}, and so on.");
            return map;
        }

        var below = steps.Length > 1
            ? Put(map[key] is { Kind: NodeKind.Map } there
            ? there : new SettingNode(NodeKind.Map, variable), variable, value, steps[1..], property.PropertyType, naming, mistakes)
            : new SettingNode(NodeKind.Value, variable, value, IsLoose: true);
        return map with { Entries = [.. map.Entries.Where(entry => entry.Key.Value != key), (new SettingNode(NodeKind.Value, variable, key), below)] };
    }

    /// <summary>Variables of other programs may begin like ours; one that is all but a secret's name is that name with a slip.</summary>
    private static string? Misspelt(string name)
    {
        string[] known = [.. Secrets, .. Secrets.Select(secret => secret + "_FILE")];
        return known.Contains(name, StringComparer.Ordinal) ? null : known.FirstOrDefault(one => NearWord.Distance(name, one) == 1);
    }
}
