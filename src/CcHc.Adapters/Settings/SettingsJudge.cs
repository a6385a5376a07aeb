using System.Globalization;
using System.Reflection;

namespace CcHc.Adapters.Settings;

/// <summary>
/// Holds a settings file, as written, against the class that describes it: unknown keys, keys that stand twice, values of another type, words and numbers that
/// are not taken. It goes through the whole file and keeps every mistake.
/// </summary>
internal sealed class SettingsJudge(Mistakes mistakes, Func<string, string> naming)
{
    /// <summary>By it an editor finds the file's JSON Schema; it says nothing to us.</summary>
    public const string EditorsKey = "$schema";

    private static readonly string[] Yes = ["true", "yes", "on"];
    private static readonly string[] No = ["false", "no", "off"];

    /// <param name="document">The class whose properties are the keys.</param>
    /// <param name="path">The keys that lead here, "reports: chase: "; empty at the top.</param>
    public void Judge(SettingNode node, Type document, string path = "")
    {
        if (node.Kind != NodeKind.Map)
        {
            if (node.Kind != NodeKind.Nothing)
            {
                mistakes.Add($"{node.Place}: {Quoted(path)}must hold keys of its own ({string.Join(", ", KeysOf(document))}), not {Named(node)}.");
            }

            return;
        }

        var properties = PropertiesOf(document).ToDictionary(property => naming(property.Name), StringComparer.Ordinal);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Entries.Where(entry => path.Length > 0 || entry.Key.Value != EditorsKey))
        {
            if (!properties.TryGetValue(key.Value, out var property))
            {
                mistakes.Add(
                    $"{key.Place}: {path}unknown key \"{key.Value}\".{NearWord.Hint(key.Value, properties.Keys)} Known here: {string.Join(", ", properties.Keys)}.");
            }
            else if (!seen.TryAdd(key.Value, key.Place))
            {
                mistakes.Add($"{key.Place}: {path}\"{key.Value}\" stands twice. Keep one.");
            }
            else
            {
                JudgeValue(value, property.PropertyType, SettingOf(property), $"{path}{key.Value}: ");
            }
        }

        foreach (var (key, _) in properties.Where(one => SettingOf(one.Value).IsRequired && !seen.ContainsKey(one.Key)))
        {
            mistakes.Add($"{node.Place}: {path}{key}: is missing.");
        }
    }

    /// <summary>The keys a document class has.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type document) =>
        document.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<YamlDotNet.Serialization.YamlIgnoreAttribute>() is null && property.Name != "EqualityContract");

    public static SettingAttribute SettingOf(PropertyInfo property) =>
        property.GetCustomAttribute<SettingAttribute>()
            ?? throw new InvalidOperationException($"{property.DeclaringType!.Name}.{property.Name} lacks its Setting.");

    public static bool IsMap(Type type) => type.IsClass && type != typeof(string) && !IsList(type);

    public static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>);

    private IEnumerable<string> KeysOf(Type document) => PropertiesOf(document).Select(property => naming(property.Name));

    private void JudgeValue(SettingNode node, Type declared, SettingAttribute setting, string path)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (node.Kind == NodeKind.Nothing)
        {
            if (setting.IsRequired)
            {
                mistakes.Add($"{node.Place}: {path}is missing.");
            }
        }
        else if (IsMap(type))
        {
            Judge(node, type, path);
        }
        else if (IsList(type))
        {
            JudgeList(node, type.GetGenericArguments()[0], setting, path);
        }
        else if (node.Kind != NodeKind.Value)
        {
            mistakes.Add($"{node.Place}: {Quoted(path)}must be one value, not {Named(node)}.");
        }
        else if (WhyNot(node, type, setting) is { } why)
        {
            mistakes.Add($"{node.Place}: {path}{why}");
        }
    }

    /// <summary>The last key of the path in quotes: what is spoken of.</summary>
    private static string Quoted(string path) => path.Length == 0 ? "the file " : $"\"{path.TrimEnd(' ', ':').Split(": ")[^1]}\" ";

    private void JudgeList(SettingNode node, Type item, SettingAttribute setting, string path)
    {
        if (node.Kind != NodeKind.List)
        {
            mistakes.Add(node.Kind == NodeKind.Value
                ? $"{node.Place}: {Quoted(path)}must be a list, not one value. Write [{Shortened(node.Value)}]."
                : $"{node.Place}: {Quoted(path)}must be a list, not {Named(node)}.");
            return;
        }

        foreach (var one in node.Items)
        {
            if (one.Kind == NodeKind.Nothing)
            {
                mistakes.Add($"{one.Place}: {path}an entry of the list is empty. Fill it or take it away.");
            }
            else
            {
                JudgeValue(one, item, setting, path);
            }
        }
    }

    private string? WhyNot(SettingNode node, Type type, SettingAttribute setting) =>
        type == typeof(int) ? WhyNotNumber(node, setting)
        : type == typeof(bool) ? WhyNotBoolean(node)
        : !node.IsText && !node.IsLoose ? $"{node.Value} stands without quotes. Write \"{node.Value}\"."
        : type.IsEnum ? WhyNotWord(node.Value, Words(type))
        : setting.Choices is { } choices ? WhyNotWord(node.Value, Words(choices))
        : setting.Words is { } words ? WhyNotWord(node.Value, words)
        : node.Value.Trim().Length == 0 ? (setting.IsRequired ? "is missing." : null)
        : node.Value.Any(char.IsControl) ? "contains a line break or another control character."
        : SettingForms.WhyNot(node.Value, setting.Form);

    private static string? WhyNotNumber(SettingNode node, SettingAttribute setting) =>
        node.IsText ? $"takes a whole number without quotes, not \"{node.Value}\"."
        : !int.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? $"\"{Shortened(node.Value)}\" is not a whole number{Range(setting)}."
        : number < setting.Least || number > setting.Most ? FormattableString.Invariant($"{number} is not taken: a whole number{Range(setting)}.")
        : null;

    private static string Range(SettingAttribute setting) => (setting.Least, setting.Most) switch
    {
        (int.MinValue, int.MaxValue) => "",
        (_, int.MaxValue) => FormattableString.Invariant($" from {setting.Least} on"),
        _ => FormattableString.Invariant($" from {setting.Least} to {setting.Most}"),
    };

    private static string? WhyNotBoolean(SettingNode node) =>
        node.IsText ? $"takes true or false without quotes, not \"{node.Value}\"."
        : Yes.Concat(No).Contains(node.Value, StringComparer.OrdinalIgnoreCase) ? null
        : $"\"{Shortened(node.Value)}\" is neither true nor false.";

    public static bool IsYes(string value) => Yes.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static string? WhyNotWord(string given, IReadOnlyCollection<string> known) =>
        known.Contains(given.Trim().Replace('-', '_'), StringComparer.OrdinalIgnoreCase)
            || known.Contains(given.Trim(), StringComparer.OrdinalIgnoreCase) ? null
        : $"\"{Shortened(given)}\" is not known.{NearWord.Hint(given, known)} Known: {string.Join(", ", known)}.";

    /// <summary>The words an enum stands for, in the file's own way of writing.</summary>
    public IReadOnlyList<string> Words(Type choices) => [.. Enum.GetNames(choices).Select(naming)];

    private static string Named(SettingNode node) => node.Kind switch { NodeKind.List => "a list", NodeKind.Map => "keys of its own", _ => "one value" };

    private static string Shortened(string value) => value.Length > 60 ? value[..60] + "…" : value;
}
