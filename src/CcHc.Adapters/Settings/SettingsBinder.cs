using System.Collections;
using System.Globalization;
using CcHc.Adapters.Settings.Jobs;

namespace CcHc.Adapters.Settings;

/// <summary>Fills a document class from a settings file that <see cref="SettingsJudge"/> found good; keys left out keep the class's defaults.</summary>
internal static class SettingsBinder
{
    public static T Bind<T>(SettingNode node, Func<string, string> naming)
        where T : new() => node.Kind == NodeKind.Map ? (T)Map(node, typeof(T), naming) : new T();

    private static object Map(SettingNode node, Type type, Func<string, string> naming)
    {
        var document = Activator.CreateInstance(type)!;
        foreach (var property in SettingsJudge.PropertiesOf(type))
        {
            if (node[naming(property.Name)] is { Kind: not NodeKind.Nothing } given)
            {
                property.SetValue(document, Value(given, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, naming));
            }
        }

        if (document is IPlaced placed)
        {
            placed.Line = node.Line;
        }

        return document;
    }

    private static object Value(SettingNode node, Type type, Func<string, string> naming) =>
        SettingsJudge.IsMap(type) ? Map(node, type, naming)
        : SettingsJudge.IsList(type) ? List(node, type, naming)
        : type == typeof(int) ? int.Parse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        : type == typeof(bool) ? SettingsJudge.IsYes(node.Value)
        : type.IsEnum ? Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => Enum.ToObject(type, value))
            .First(value => naming(value.ToString()!).Equals(node.Value.Trim(), StringComparison.OrdinalIgnoreCase))
        : node.Value;

    private static IList List(SettingNode node, Type type, Func<string, string> naming)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var item in node.Items)
        {
            list.Add(Value(item, type.GetGenericArguments()[0], naming));
        }

        return list;
    }
}
