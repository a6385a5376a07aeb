using CcHc.Worker.Screens;
using Spectre.Console;

namespace CcHc.Worker.Tests.Screens;

public sealed class ScreenTest
{
    [Theory]
    [InlineData("Sở Tư pháp\tmột\nhai", "Sở Tư pháp\tmột\nhai\n")]
    [InlineData("tệp \u001B]0;tên cửa sổ\u0007.xlsx", "tệp \uFFFD]0;tên cửa sổ\uFFFD.xlsx\n")]
    [InlineData("\u009B2J", "\uFFFD2J\n")]
    public void WhatATerminalWouldTakeForACommand_IsShownAsASign(string text, string shown)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var screen = new Screen(output, errors, () => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) }));

        screen.Line(text);
        screen.Error(text);

        Assert.Equal((shown, shown), (output.ToString(), errors.ToString()));
    }
}
