using CcHc.Adapters.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CcHc.Dashboard.Auth;

/// <summary>Serves what others wrote, letters and files (nội dung ngoài), shut off from our own pages: it may style itself and nothing else.</summary>
internal static class ForeignContent
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

    /// <summary>A letter as its addressee sees it.</summary>
    public static IActionResult Show(HttpResponse response, string html)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        return new ContentResult { Content = html, ContentType = "text/html; charset=utf-8" };
    }

    /// <summary>A file to be saved, never shown in place.</summary>
    public static IActionResult Save(HttpResponse response, byte[] content, string mediaType, string name)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        return new FileContentResult(content, mediaType) { FileDownloadName = SafeFileName.OfFile(name) };
    }
}
