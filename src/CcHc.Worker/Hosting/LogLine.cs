using System.Globalization;
using CcHc.Core.Calendars;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace CcHc.Worker.Hosting;

/// <summary>
/// How an event is written (dòng nhật ký): "2026-06-15 07:30:02.114 INFO JobRunner.Finished remind: …", in office time, secrets masked; a failure's details
/// stand below, indented.
/// </summary>
/// <param name="priority">Each line begins with systemd's "&lt;6&gt;".</param>
public sealed class LogLine(bool hasTime, bool priority) : ITextFormatter
{
    /// <summary>A text in a message stands as it is, not in quotes.</summary>
    private static readonly MessageTemplateTextFormatter Words = new("{Message:lj}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        var lead = priority ? PriorityOf(logEvent.Level) : "";
        var time = hasTime ? OfficeTime.Of(logEvent.Timestamp).ToString("yyyy-MM-dd HH:mm:ss.fff ", CultureInfo.InvariantCulture) : "";
        using var words = new StringWriter(CultureInfo.InvariantCulture);
        Words.Format(logEvent, words);
        var message = SecretMask.Of(words.ToString()).ReplaceLineEndings(" ");
        output.Write($"{lead}{time}{NameOf(logEvent.Level)} {EventOf(logEvent)} {message}\n");
        foreach (var line in logEvent.Exception is { } failure ? SecretMask.Of(failure.ToString()).ReplaceLineEndings("\n").Split('\n') : [])
        {
            output.Write($"{lead}    {line.TrimEnd()}\n");
        }
    }

    /// <summary>"JobRunner.Finished": the type that speaks and the name of the event.</summary>
    private static string EventOf(LogEvent logEvent)
    {
        var source = (Text(logEvent.Properties.GetValueOrDefault("SourceContext")) ?? "") is var full ? full[(full.LastIndexOf('.') + 1)..] : "";
        var name = logEvent.Properties.GetValueOrDefault("EventId") is StructureValue id
            ? Text(id.Properties.FirstOrDefault(one => one.Name == "Name")?.Value) : null;
        name = name is ['L', 'o', 'g', _, ..] ? name[3..] : name;
        return name is { Length: > 0 } ? $"{source}.{name}" : source;
    }

    private static string? Text(LogEventPropertyValue? value) => (value as ScalarValue)?.Value as string;

    private static string NameOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Fatal or LogEventLevel.Error => "ERROR",
        LogEventLevel.Warning => "WARN ",
        LogEventLevel.Information => "INFO ",
        _ => "DEBUG",
    };

    private static string PriorityOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Fatal => "<2>",
        LogEventLevel.Error => "<3>",
        LogEventLevel.Warning => "<4>",
        LogEventLevel.Information => "<6>",
        _ => "<7>",
    };
}
