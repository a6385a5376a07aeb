using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CcHc.Dashboard.Post;

/// <summary>Serves a letter as the addressee sees it (bản xem thư), shut off from our own pages: it may style itself and nothing else.</summary>
internal static class LetterPaper
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

    public static IActionResult Show(HttpResponse response, string html)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        return new ContentResult { Content = html, ContentType = "text/html; charset=utf-8" };
    }

    /// <summary>A file somebody else wrote: to be saved, never shown in place.</summary>
    public static IActionResult File(HttpResponse response, byte[] content, string mediaType, string name)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        return new FileContentResult(content, mediaType) { FileDownloadName = name };
    }
}
