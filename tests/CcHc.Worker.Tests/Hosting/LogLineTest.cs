using System.Globalization;
using CcHc.Worker.Hosting;
using Serilog.Events;
using Serilog.Parsing;

namespace CcHc.Worker.Tests.Hosting;

public sealed class LogLineTest
{
    [Fact]
    public void AnEvent_IsOneLine_InOfficeTime_WithItsName() =>
        Assert.Equal("2026-06-15 07:30:02.114 INFO  JobRunner.Finished remind: xong. 29 thư\n",
            Written(new LogLine(hasTime: true, priority: false), LogEventLevel.Information, "remind: xong.\n29 thư"));

    [Fact]
    public void AText_StandsInAMessage_WithoutQuotes()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        LogEventProperty[] values =
            [new("Job", new ScalarValue("remind")), new("Seconds", new ScalarValue(1.25)), new("Result", new ScalarValue("DoneWithFindings"))];
        new LogLine(hasTime: false, priority: false).Format(
            new LogEvent(DateTimeOffset.UnixEpoch, LogEventLevel.Information, null, new MessageTemplateParser().Parse("{Job}: {Result} after {Seconds:0.0} s"),
                values), text);
        Assert.Equal("INFO   remind: DoneWithFindings after 1.3 s\n", text.ToString());
    }

    [Theory]
    [InlineData(LogEventLevel.Error, "<3>ERROR ")]
    [InlineData(LogEventLevel.Warning, "<4>WARN  ")]
    [InlineData(LogEventLevel.Information, "<6>INFO  ")]
    [InlineData(LogEventLevel.Debug, "<7>DEBUG ")]
    public void UnderSystemd_EachLineHasItsPriority_AndNoTime(LogEventLevel level, string lead)
    {
        var lines = Written(new LogLine(hasTime: false, priority: true), level, "a", new InvalidOperationException("b\nc"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith(lead, lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 2);
        Assert.All(lines, line => Assert.StartsWith(lead[..3], line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Host=db;Username=cchc;Password=bimat123;Database=a", "Host=db;Username=cchc;Password=***;Database=a")]
    [InlineData("pwd = bimat123", "pwd = ***")]
    [InlineData("password: \"bi mat 123\" refused", "password: *** refused")]
    [InlineData("client_secret=bimat123&grant_type=code", "client_secret=***&grant_type=code")]
    [InlineData("Authorization: Bearer bimat123", "Authorization: Bearer ***")]
    [InlineData("the server said bimat-cua-may and closed", "the server said *** and closed")]
    [InlineData("the password was wrong", "the password was wrong")]
    [InlineData("29 letters queued", "29 letters queued")]
    public void Secrets_AreMasked(string text, string masked) => Assert.Equal(masked, SecretMask.Of(text, ["bimat-cua-may"]));

    private static string Written(LogLine line, LogEventLevel level, string message, Exception? failure = null)
    {
        var at = new DateTimeOffset(2026, 6, 15, 0, 30, 2, 114, TimeSpan.Zero);
        LogEventProperty[] properties =
        [
            new("SourceContext", new ScalarValue("CcHc.Worker.Engine.JobRunner")),
            new("EventId", new StructureValue([new("Id", new ScalarValue(7)), new("Name", new ScalarValue("LogFinished"))])),
        ];
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        line.Format(new LogEvent(at, level, failure, new MessageTemplateParser().Parse(message), properties), text);
        return text.ToString();
    }
}
