using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard;

/// <summary>The pages' look, kept in the program itself.</summary>
internal static class Stylesheet
{
    private static readonly byte[] Content = Read();

    public static IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(Content, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var css = typeof(Stylesheet).Assembly.GetManifestResourceStream("CcHc.Dashboard.Assets.site.css")!;
        using var bytes = new MemoryStream();
        css.CopyTo(bytes);
        return bytes.ToArray();
    }
}
