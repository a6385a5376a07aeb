using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CcHc.Dashboard.Shared;

/// <summary>A file to be saved that is sent while it is written (tệp gửi dần): of a country's tasks it is never whole in memory.</summary>
/// <param name="write">Writes it from beginning to end; runs beside the request, which it may keep waiting.</param>
public sealed class StreamedFile(string mediaType, string name, Action<Stream> write) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = mediaType;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        var aborted = context.HttpContext.RequestAborted;
        return Task.Run(() => write(new SentStream(response.Body, aborted)), aborted);
    }
}
