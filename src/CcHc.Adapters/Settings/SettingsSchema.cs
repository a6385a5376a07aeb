using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Adapters.Settings;

/// <summary>
/// The JSON Schemas of jobs.yml and appsettings.json, made of the classes the reader judges by, so that an editor knows the same keys as the program.
/// </summary>
public static class SettingsSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string OfJobs() => TextOf(typeof(JobsDocument), JobsFileReader.Naming, "jobs.yml of CcHc: what the office decides");

    public static string OfMachine() =>
        TextOf(typeof(MachineDocument), MachineSettings.Naming, "appsettings.json of CcHc: what the administrator decides for this machine");

    private static string TextOf(Type document, Func<string, string> naming, string title)
    {
        var schema = Map(document, naming);
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", title);
        schema["properties"]!.AsObject().Insert(0, SettingsJudge.EditorsKey, new JsonObject { ["type"] = "string" });
        return schema.ToJsonString(Written).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Map(Type document, Func<string, string> naming)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var property in SettingsJudge.PropertiesOf(document))
        {
            var setting = SettingsJudge.SettingOf(property);
            var value = Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, setting, naming);
            value.Insert(0, "description", setting.Description);
            properties[naming(property.Name)] = value;
            if (setting.IsRequired)
            {
                required.Add(naming(property.Name));
            }
        }

        var map = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (required.Count > 0)
        {
            map["required"] = required;
        }

        return map;
    }

    private static JsonObject Value(Type type, SettingAttribute setting, Func<string, string> naming) =>
        SettingsJudge.IsMap(type) ? Map(type, naming)
        : SettingsJudge.IsList(type) ? new JsonObject { ["type"] = "array", ["items"] = Value(type.GetGenericArguments()[0], setting, naming) }
        : type == typeof(bool) ? new JsonObject { ["type"] = "boolean" }
        : type == typeof(int) ? Number(setting)
        : type.IsEnum ? Words(Enum.GetNames(type).Select(naming))
        : setting.Choices is { } choices ? Words(Enum.GetNames(choices).Select(naming))
        : setting.Words is { } words ? Words(words)
        : new JsonObject { ["type"] = "string" };

    private static JsonObject Number(SettingAttribute setting)
    {
        var number = new JsonObject { ["type"] = "integer" };
        if (setting.Least != int.MinValue)
        {
            number["minimum"] = setting.Least;
        }

        if (setting.Most != int.MaxValue)
        {
            number["maximum"] = setting.Most;
        }

        return number;
    }

    private static JsonObject Words(IEnumerable<string> words) => new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
}
