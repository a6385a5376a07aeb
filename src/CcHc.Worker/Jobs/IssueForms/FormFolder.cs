using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Workbooks.Forms;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Office;

namespace CcHc.Worker.Jobs.IssueForms;

/// <summary>
/// The folder a period's forms lie in (bieu-mau/kỳ). A form nobody has typed into is replaced; one that an agency filled in where it lies, or that is another
/// agency's, never is: the new one is then written beside it.
/// </summary>
internal sealed class FormFolder
{
    private readonly SharedFolder _folder;
    private readonly Dictionary<string, string> _agencyOf = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="issued">The period's forms so far.</param>
    public FormFolder(SharedFolder folder, IEnumerable<StoredForm> issued)
    {
        _folder = folder;
        foreach (var form in issued)
        {
            _agencyOf[form.File] = form.Form.AgencyCode;
        }
    }

    public PutForm Put(ReportForm form, byte[] bytes, OfficeReading reading)
    {
        var wanted = Path.Combine(_folder.Forms, SafeFileName.Of(form.Period.Code), SafeFileName.Of($"{form.Agency.Code} - {form.Agency.Name}") + ".xlsx");
        var (path, isAdded) = MayReplace(wanted, form, bytes, reading)
            ? (AtomicFile.Write(wanted, stream => stream.Write(bytes)), false) : AtomicFile.Add(wanted, bytes);
        var name = _folder.OutputNameOf(path);
        _agencyOf[name] = form.Agency.Code;
        return new PutForm(name, path, isAdded);
    }

    private bool MayReplace(string path, ReportForm form, byte[] bytes, OfficeReading reading)
    {
        var isOthers = _agencyOf.TryGetValue(_folder.OutputNameOf(path), out var owner)
            && !string.Equals(owner, form.Agency.Code, StringComparison.OrdinalIgnoreCase);
        return !isOthers && File.Exists(path) && WorkbookSnapshot.Take(path).Snapshot is { } there && !there.Bytes.Span.SequenceEqual(bytes)
            && IsUntouched(there, form, reading);
    }

    private static bool IsUntouched(WorkbookSnapshot there, ReportForm form, OfficeReading reading)
    {
        var expected = new ReportExpectations([form.Period], [IssuedForm.Of(form)], new AgencyDirectory([form.Agency]), reading.Indicators, form.IssuedOn);
        return ReportReader.Read(there, "x.xlsx", expected).Findings.Any(finding => finding.Code == SubmissionReader.NothingFilledIn);
    }
}

/// <summary>A form in its folder.</summary>
/// <param name="Name">Below the output folder, forward slashes.</param>
/// <param name="IsAdded">There was no such file before.</param>
internal sealed record PutForm(string Name, string Path, bool IsAdded)
{
    /// <summary>Of a form that was not issued after all.</summary>
    public void TakeBack()
    {
        if (IsAdded)
        {
            File.Delete(Path);
        }
    }
}
