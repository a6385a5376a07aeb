using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Localization;
using CcHc.Dashboard.Pages.Letters;

namespace CcHc.Dashboard.Tests;

public partial class ViewLocalizerTest
{
    [Fact]
    public void EverySentenceOfThePages_HasItsEnglish()
    {
        var sentences = Directory.EnumerateFiles(Source(), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Sentence().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToList();

        Assert.True(sentences.Count > 100);
        Assert.Empty(sentences.Except(ViewLocalizer.Known));
    }

    [Fact]
    public void EveryNameThePagesBorrow_HasItsEnglish() => Assert.Empty(
        Enum.GetValues<StatusGroup>().Select(group => group.DisplayName())
            .Concat(Enum.GetValues<TaskArea>().Select(area => area.DisplayName()))
            .Concat(Enum.GetValues<NoReminderReason>().Select(ReminderText.Name))
            .Concat(Enum.GetValues<DeliveryState>().Select(state => state.Label()))
            .Except(ViewLocalizer.Known));

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "CcHc.Dashboard"));

    [GeneratedRegex("""(?:\bT|words)\["((?:[^"\\]|\\.)*)["]""")]
    private static partial Regex Sentence();
}
