using System.Text;
using CcHc.Core.Sheets;
using CcHc.Core.Sheets.LegacyFonts;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>Reads the text of an si or is element (chữ nhiều định dạng) from its bytes.</summary>
internal sealed class RunScanner(RichText richText, TextDecoder decoder)
{
    public RunText ReadItem(ReadOnlySpan<byte> item)
    {
        var tags = new TagScanner(item);
        UnusualXmlException.Unless(tags.ToTag() && tags.Name().SequenceEqual("si"u8));
        NoAttributes(ref tags);
        var text = Read(ref tags, "si"u8);
        UnusualXmlException.Unless(tags.IsAtEnd);
        return text;
    }

    /// <summary>Stands behind the start tag and leaves behind the end tag.</summary>
    public RunText Read(ref TagScanner tags, ReadOnlySpan<byte> element)
    {
        richText.Begin();
        if (tags.IsEmpty)
        {
            return richText.Whole();
        }

        while (tags.ToTag())
        {
            var name = tags.Name();
            if (name.SequenceEqual("t"u8))
            {
                richText.Add(ReadText(ref tags), default);
            }
            else
            {
                UnusualXmlException.Unless(name.SequenceEqual("r"u8));
                NoAttributes(ref tags);
                ReadRun(ref tags);
            }
        }

        tags.End(element);
        return richText.Whole();
    }

    private void ReadRun(ref TagScanner tags)
    {
        if (tags.IsEmpty)
        {
            return;
        }

        var font = default(FontTraits);
        while (tags.ToTag())
        {
            var name = tags.Name();
            if (name.SequenceEqual("rPr"u8))
            {
                NoAttributes(ref tags);
                font = ReadFont(ref tags) with { IsOwn = true };
            }
            else
            {
                UnusualXmlException.Unless(name.SequenceEqual("t"u8));
                richText.Add(ReadText(ref tags), font);
            }
        }

        tags.End("r"u8);
    }

    private static FontTraits ReadFont(ref TagScanner tags)
    {
        var font = default(FontTraits);
        if (tags.IsEmpty)
        {
            return font;
        }

        while (tags.ToTag())
        {
            var name = tags.Name();
            ReadOnlySpan<byte> said = default;
            var isSaid = false;
            while (tags.Attribute(out var attribute, out var value))
            {
                UnusualXmlException.Unless(!attribute.Contains((byte)':') && !attribute.SequenceEqual("xmlns"u8));
                if (attribute.SequenceEqual("val"u8))
                {
                    said = value;
                    isSaid = true;
                }
            }

            UnusualXmlException.Unless(tags.IsEmpty);
            if (name.SequenceEqual("strike"u8) || name.SequenceEqual("dstrike"u8))
            {
                font = !isSaid || said.SequenceEqual("1"u8) || said.SequenceEqual("true"u8) || said.SequenceEqual("on"u8)
                    ? font with { IsStruck = true } : font;
            }
            else if (name.SequenceEqual("vertAlign"u8))
            {
                font = said.SequenceEqual("superscript"u8) ? font with { IsRaised = true } : font;
            }
            else if (name.SequenceEqual("rFont"u8) || name.SequenceEqual("name"u8))
            {
                font = font with { IsNamed = true, Legacy = LegacyFont.Of(isSaid ? Encoding.UTF8.GetString(said) : null) };
            }
        }

        tags.End("rPr"u8);
        return font;
    }

    private string ReadText(ref TagScanner tags)
    {
        var keepsSpace = false;
        while (tags.Attribute(out var name, out var value))
        {
            UnusualXmlException.Unless(name.SequenceEqual("xml:space"u8) && value.SequenceEqual("preserve"u8));
            keepsSpace = true;
        }

        if (tags.IsEmpty)
        {
            return "";
        }

        var bytes = tags.Text(out var hasReferences);
        tags.End("t"u8);
        return Meant(bytes, hasReferences, keepsSpace);
    }

    /// <summary>White space alone is no text unless the element says that it is; written by reference it is a case of its own.</summary>
    public string Meant(ReadOnlySpan<byte> bytes, bool hasReferences, bool keepsSpace)
    {
        if (!keepsSpace && IsSpace(bytes))
        {
            return "";
        }

        return hasReferences ? Referring(bytes).ToString() : decoder.Decode(bytes);
    }

    /// <summary>A text that is no white space alone.</summary>
    /// <returns>To be used before the next text is read.</returns>
    public ReadOnlySpan<char> Referring(ReadOnlySpan<byte> bytes)
    {
        var text = decoder.DecodeReferred(bytes);
        UnusualXmlException.Unless(!text.IsWhiteSpace());
        return text;
    }

    /// <returns>To be used before the next text is read.</returns>
    public ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes, bool hasReferences) => hasReferences ? decoder.DecodeReferred(bytes) : decoder.Decode(bytes);

    public static bool IsSpace(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(" \t\n"u8) < 0;

    public static void NoAttributes(ref TagScanner tags) => UnusualXmlException.Unless(!tags.Attribute(out _, out _));
}
