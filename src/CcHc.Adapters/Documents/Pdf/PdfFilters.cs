using System.IO.Compression;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace CcHc.Adapters.Documents.Pdf;

/// <summary>The library's filters (giải nén) with a bound on what a stream may unpack to: each is measured before it is unpacked into memory.</summary>
internal sealed class PdfFilters : ILookupFilterProvider
{
    /// <summary>A page of text has some hundred KB; each letter of it takes half a kilobyte of memory once it is read.</summary>
    private const long MostOfOneStream = 4L << 20;

    /// <summary>Whole fonts are larger, and cost no more than they are.</summary>
    private const long MostOfOneFont = 24L << 20;

    private const long MostOfAll = 400L << 20;
    private const int MostPackedOfOthers = 1 << 20;

    private long _all;

    /// <summary>Set once a stream was too large: the library may go on without it.</summary>
    public bool IsExceeded { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary, IPdfTokenScanner scanner) =>
        Bounded(DefaultFilterProvider.Instance is ILookupFilterProvider lookup
            ? lookup.GetFilters(dictionary, scanner) : DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Bound(filter, this))];

    private void Count(long bytes, long most)
    {
        _all += bytes;
        if (bytes > most || _all > MostOfAll)
        {
            IsExceeded = true;
            throw new PdfDocumentFormatException("A stream unpacks to more than any text needs.");
        }
    }

    private sealed class Bound(IFilter inner, PdfFilters all) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is FlateFilter)
            {
                var most = streamDictionary.Data.ContainsKey("Length1") ? MostOfOneFont : MostOfOneStream;
                all.Count(Measure(input, most), most);
            }
            else if (inner.IsSupported && input.Length > MostPackedOfOthers)
            {
                all.Count(MostOfOneStream + 1, MostOfOneStream);
            }

            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private static long Measure(Memory<byte> packed, long most)
        {
            var total = 0L;
            try
            {
                using var inflated = new ZLibStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
                var buffer = new byte[1 << 16];
                for (int read; total <= most && (read = inflated.Read(buffer)) > 0;)
                {
                    total += read;
                }
            }
            catch (InvalidDataException)
            {
                // Broken streams give what they gave so far; the library decides what to do with them.
                return total;
            }

            return total;
        }
    }
}
