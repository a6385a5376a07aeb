namespace CcHc.Adapters.Settings;

/// <summary>What a value's text must look like beyond its type.</summary>
internal enum SettingForm { Any, MailAddress, WebAddress, PathBase }

/// <summary>What one key of a settings file means and takes: the reader judges by it, and the JSON Schema for editors is made of it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingAttribute(string description) : Attribute
{
    public string Description { get; } = description;

    /// <summary>The least whole number it takes.</summary>
    public int Least { get; set; } = int.MinValue;

    /// <summary>The greatest whole number it takes.</summary>
    public int Most { get; set; } = int.MaxValue;

    /// <summary>The enum whose words it takes.</summary>
    public Type? Choices { get; set; }

    /// <summary>The words it takes, where they are no enum's.</summary>
    public string[]? Words { get; set; }

    public SettingForm Form { get; set; }

    public bool IsRequired { get; set; }
}
