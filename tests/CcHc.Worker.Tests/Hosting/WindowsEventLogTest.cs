using CcHc.Worker.Hosting;
using Serilog.Events;
using Serilog.Parsing;

namespace CcHc.Worker.Tests.Hosting;

public sealed class WindowsEventLogTest
{
    [Theory]
    [InlineData(LogEventLevel.Fatal, true)]
    [InlineData(LogEventLevel.Error, true)]
    [InlineData(LogEventLevel.Warning, false)]
    [InlineData(LogEventLevel.Information, null)]
    [InlineData(LogEventLevel.Debug, null)]
    public void WhatGoesWrong_IsAnEvent_WithItsLevel(LogEventLevel level, bool? isError) =>
        Assert.Equal(isError is null ? [] : [isError.Value], Written(level, "remind: failed").Select(one => one.IsError));

    [Fact]
    public void AnEvent_HasTheFailureBelow_AndNoSecret()
    {
        var (text, _) = Assert.Single(Written(LogEventLevel.Error, "Host=db;Password=bimat123", new InvalidOperationException("b")));
        Assert.StartsWith("ERROR", text, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: b", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bimat123", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEvent_IsCutWhereWindowsWouldRefuseIt() =>
        Assert.Equal(WindowsEventLog.LongestEvent + 1, Assert.Single(Written(LogEventLevel.Warning, new string('a', 40_000))).Text.Length);

    private static List<(string Text, bool IsError)> Written(LogEventLevel level, string message, Exception? failure = null)
    {
        var written = new List<(string, bool)>();
        new WindowsEventLog((text, isError) => written.Add((text, isError))).Emit(
            new LogEvent(DateTimeOffset.UnixEpoch, level, failure, new MessageTemplateParser().Parse(message), []));
        return written;
    }
}
