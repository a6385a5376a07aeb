using CcHc.Adapters.Settings;
using CcHc.Core.Wording;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace CcHc.Adapters.Wording;

/// <summary>The folder of sentences the office may reword (wording/vi), one file a letter part. A blank nobody fills stops the program at start-up.</summary>
public static class WordingFolder
{
    /// <exception cref="SettingsException">A file is missing, cannot be read as a template or names an unknown blank.</exception>
    public static LetterWording Read(string folder) => new(
        Subject: Load(folder, "subject.txt"),
        Greeting: Load(folder, "greeting.txt"),
        Opening: Load(folder, "opening.txt"),
        Ask: Load(folder, "ask.txt"),
        Signature: Load(folder, "signature.txt"));

    private static Phrase Load(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw new SettingsException($"{path}: file not found. Every letter part has one file; restore it from the repository.");
        }

        try
        {
            // Escaping is the letter's work: the same sentence goes into the HTML, the text and the subject.
            var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
            var template = handlebars.Compile(File.ReadAllText(path).Trim());
            Phrase phrase = blanks => template(blanks);
            phrase(LetterWording.Blanks.ToDictionary(name => name, name => name, StringComparer.Ordinal));
            return phrase;
        }
        catch (Exception wrong) when (wrong is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new SettingsException($"{path}: {wrong.Message} Known blanks: {string.Join(", ", LetterWording.Blanks.Select(name => "{{" + name + "}}"))}.");
        }
    }
}
