using System.Text;
using CcHc.Adapters.Files;

namespace CcHc.Adapters.Tests.Files;

public class SafeFileNameTest
{
    [Theory]
    [InlineData("STP - Sở Tư pháp", "STP - Sở Tư pháp")]
    [InlineData("../../etc/passwd", "-..-etc-passwd")]
    [InlineData("..\\x", "-x")]
    [InlineData("..", "_")]
    [InlineData("", "_")]
    [InlineData(" . ", "_")]
    [InlineData("a/b:c*d?e\"f<g>h|i", "a-b-c-d-e-f-g-h-i")]
    [InlineData("hai\ndòng\tvà\u0000số", "hai dòng vàsố")]
    [InlineData("CON", "_CON")]
    [InlineData("con", "_con")]
    [InlineData("NUL.xlsx", "_NUL.xlsx")]
    [InlineData("COM1", "_COM1")]
    [InlineData("lpt9.x", "_lpt9.x")]
    [InlineData("CON .xlsx", "_CON .xlsx")]
    [InlineData("COM².txt", "_COM².txt")]
    [InlineData("conin$", "_conin$")]
    [InlineData("báo cáo \u202Exslx.exe", "báo cáo xslx.exe")]
    [InlineData("hai\u2028dòng", "hai dòng")]
    [InlineData("CONG AN", "CONG AN")]
    [InlineData("Sở.", "Sở")]
    [InlineData("🙂", "--")]
    public void Of_IsOneStepOfAPath_LegalEverywhere(string words, string name) => Assert.Equal(name, SafeFileName.Of(words));

    [Fact]
    public void Of_IsComposed_WhateverTheWordsAre() => Assert.Equal("Sở Nội vụ", SafeFileName.Of("Sở Nội vụ".Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData('a')]
    [InlineData('ộ')]
    public void Of_StaysShort(char letter) => Assert.InRange(Encoding.UTF8.GetByteCount(SafeFileName.Of(new string(letter, 500)) + " (2).xlsx"), 1, 255);

    [Theory]
    [InlineData("Biểu mẫu - Sở A/B.xlsx", "Biểu mẫu - Sở A-B.xlsx")]
    [InlineData("không đuôi", "không đuôi")]
    public void OfFile_KeepsTheEnding(string words, string name) => Assert.Equal(name, SafeFileName.OfFile(words));

    [Fact]
    public void OfFile_KeepsTheEndingOfALongName() => Assert.EndsWith(".xlsx", SafeFileName.OfFile(new string('a', 300) + ".xlsx"), StringComparison.Ordinal);
}
