using System.Text;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>
/// The text of a value (giá trị ô) as characters rather than a string: nearly all values are numbers, of their own or of a shared text, and a long register has
/// a million of them.
/// </summary>
internal sealed class ValueText
{
    private readonly char[] _short = new char[64];

    /// <summary>Stands on the element and leaves on its end (or on the element, when it is empty).</summary>
    /// <returns>To be used before the next call.</returns>
    public ReadOnlySpan<char> Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return [];
        }

        var depth = xml.Depth;
        var length = 0;
        StringBuilder? rest = null;
        while (xml.Step() && xml.Depth > depth)
        {
            if (!xml.IsText())
            {
                continue;
            }

            length += xml.ReadValueChunk(_short, length, _short.Length - length);
            if (length == _short.Length)
            {
                // Nothing more fits: what is left of this node, and every further one, is put together.
                (rest ??= new StringBuilder()).Append(_short);
                length = 0;
                for (int read; (read = xml.ReadValueChunk(_short, 0, _short.Length)) > 0;)
                {
                    rest.Append(_short, 0, read);
                }
            }
        }

        return rest is null ? _short.AsSpan(0, length) : rest.Append(_short, 0, length).ToString();
    }
}
