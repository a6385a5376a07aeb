using System.Collections;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Adapters.Tests.Settings;

/// <summary>What an administrator may get wrong, and what is said: the place, the cure, no word of the program's insides. None is taken in silence.</summary>
public sealed class SettingsMistakeTest : IDisposable
{
    private const string Jobs = """
        office:
          province: tỉnh Mẫu
          standing_body: SNV
        folders:
          shared: chung
          output: ra
        regime: nd-09-2019
        reminders:
          working_days_before: [15, 7]
          on_the_day: true
          every_working_days_after: 5
          due_day_off: keep
        recipients:
          results: [a@x.example]
        jobs:
          - name: nhac
            does: remind_agencies
            schedule: daily 07:30
            days: working
            missed: skip
            retry: { times: 3, pause_minutes: 5 }
            time_limit_minutes: 60
            enabled: true
        """;

    private const string Machine = """
        {
          "data": "data",
          "keepMonths": 24,
          "pathBase": "/cchc",
          "pingUrl": "https://watch.example/{job}",
          "log": { "level": "information", "maxMegabytes": 20 },
          "mail": {
            "mode": "smtp",
            "senderAddress": "cchc@x.example",
            "host": "mail.example",
            "port": 587,
            "useTls": true,
            "perMinute": 0
          }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-mistakes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("standing_body: SNV", "standing_bdy: SNV", "line 3, column 3: office: unknown key \"standing_bdy\". Did you mean \"standing_body\"?")]
    [InlineData("  standing_body: SNV\n", "", "office: standing_body: is missing")]
    [InlineData("province: tỉnh Mẫu", "province:", "line 2")]
    [InlineData("province: tỉnh Mẫu", "province: \"\"", "office: province: is missing")]
    [InlineData("province: tỉnh Mẫu", "province: [tỉnh Mẫu]", "must be one value, not a list")]
    [InlineData("province: tỉnh Mẫu", "Province: tỉnh Mẫu", "unknown key \"Province\". Did you mean \"province\"?")]
    [InlineData("folders:\n  shared: chung\n  output: ra\n", "", "folders: is missing")]
    [InlineData("  shared: chung\n", "", "folders: shared: is missing")]
    [InlineData("shared: chung", "share: chung", "Did you mean \"shared\"?")]
    [InlineData("output: ra", "output: chung/so-theo-doi/ra", "lies inside the folder of registers")]
    [InlineData("output: ra", "output: ra\n  data: du-lieu", "line 7, column 3: folders: unknown key \"data\"")]
    [InlineData("folders:\n  shared: chung\n  output: ra\n", "folders: chung\n", "must hold keys of its own (shared, output, shown_as)")]
    [InlineData("regime: nd-09-2019", "regime: nd-9-2019", "line 7, column 9: regime: \"nd-9-2019\" is not known. Did you mean \"nd-09-2019\"?")]
    [InlineData("regime: nd-09-2019\n", "", "regime: is missing")]
    [InlineData("regime: nd-09-2019", "regim: nd-09-2019", "Did you mean \"regime\"?")]
    [InlineData("regime: nd-09-2019", "regime: nd-09-2019\nregime: bac-kan-2007", "line 8, column 1: \"regime\" stands twice")]
    [InlineData("[15, 7]", "15", "must be a list, not one value. Write [15]")]
    [InlineData("[15, 7]", "[mười lăm, 7]", "\"mười lăm\" is not a whole number")]
    [InlineData("[15, 7]", "[15.5]", "\"15.5\" is not a whole number")]
    [InlineData("[15, 7]", "[15, 0]", "0 is not taken: a whole number from 1 to 250")]
    [InlineData("[15, 7]", "[15, 7", "not well-formed YAML")]
    [InlineData("[15, 7]", "[15, -7]", "-7 is not taken")]
    [InlineData("[15, 7]", "[15, ]\n  working_days_before: [3]", "stands twice")]
    [InlineData("on_the_day: true", "on_the_day: có", "\"có\" is neither true nor false")]
    [InlineData("on_the_day: true", "on_the_day: 1", "\"1\" is neither true nor false")]
    [InlineData("on_the_day: true", "on_the_dya: true", "Did you mean \"on_the_day\"?")]
    [InlineData("every_working_days_after: 5", "every_working_days_after: -5", "-5 is not taken")]
    [InlineData("every_working_days_after: 5", "every_working_days_after: 99999999999", "is not a whole number")]
    [InlineData("every_working_days_after: 5", "every_working_days_after: 5 ngày", "\"5 ngày\" is not a whole number")]
    [InlineData("due_day_off: keep", "due_day_off: next_workingday", "Did you mean \"next_working_day\"?")]
    [InlineData("due_day_off: keep", "due_day_off: 1", "Known: next_working_day, keep, previous_working_day")]
    [InlineData("results: [a@x.example]", "results: a@x.example", "must be a list, not one value. Write [a@x.example]")]
    [InlineData("results: [a@x.example]", "results: [Bà Hoa <a@x.example>]", "is not a mail address")]
    [InlineData("results: [a@x.example]", "results: [a.x.example]", "recipients: results: \"a.x.example\" is not a mail address")]
    [InlineData("results: [a@x.example]", "results: [\"a@x.example,b@x.example\"]", "is not a mail address")]
    [InlineData("results: [a@x.example]", "admins: [a@x.example]", "Did you mean \"admin\"?")]
    [InlineData("name: nhac", "title: nhac", "jobs: name: is missing")]
    [InlineData("does: remind_agencies", "does: remind_agency", "Did you mean \"remind_agencies\"?")]
    [InlineData("does: remind_agencies", "does: 1", "\"1\" is not known")]
    [InlineData("    does: remind_agencies\n", "", "jobs: does: is missing")]
    [InlineData("schedule: daily 07:30", "schedule: now and then", "line 18, column 15: jobs: schedule: \"now and then\"")]
    [InlineData("schedule: daily 07:30", "schedule: daily 25:00", "line 18, column 15")]
    [InlineData("schedule: daily 07:30", "schedul: daily 07:30", "Did you mean \"schedule\"?")]
    [InlineData("schedule: daily 07:30", "schedule: [daily, 07:30]", "must be one value, not a list")]
    [InlineData("days: working", "days: workdays", "Known: all, working")]
    [InlineData("missed: skip", "missed: run", "Known: run_once, skip")]
    [InlineData("times: 3", "times: 99", "99 is not taken: a whole number from 0 to 20")]
    [InlineData("pause_minutes: 5", "pause: 5", "unknown key \"pause\"")]
    [InlineData("retry: { times: 3, pause_minutes: 5 }", "retry: 3", "must hold keys of its own (times, pause_minutes)")]
    [InlineData("time_limit_minutes: 60", "time_limit_minutes: 0", "0 is not taken")]
    [InlineData("time_limit_minutes: 60", "time_limit_minutes: 1h", "\"1h\" is not a whole number")]
    [InlineData("enabled: true", "enabled: tắt", "\"tắt\" is neither true nor false")]
    [InlineData("    enabled: true", "    enabled: true\n  - name: nhac\n    does: deliver_mail", "used twice")]
    [InlineData("    enabled: true", "\tenabled: true", "not well-formed YAML")]
    [InlineData("jobs:\n  - name", "jobs:\n    name", "\"jobs\" must be a list, not keys of its own")]
    [InlineData("  - name: nhac", "  - &a\n    name: nhac", null)]
    [InlineData("regime: nd-09-2019", "regime: *khac", "aliases")]
    [InlineData("office:", "---\noffice:\n---\nfolders:", "second document")]
    public void JobsFile_NamesTheMistake(string was, string becomes, string? said) => Judge(Change(Jobs, was, becomes), Machine, [], said);

    [Theory]
    [InlineData("\"host\"", "\"hots\"", "line 10, column 5: mail: unknown key \"hots\". Did you mean \"host\"?")]
    [InlineData("\"host\"", "\"Host\"", "Did you mean \"host\"?")]
    [InlineData("\"smtp\"", "\"stmp\"", "mail: mode: \"stmp\" is not known. Did you mean \"smtp\"? Known: pickup, smtp, preview")]
    [InlineData("\"smtp\"", "1", "1 stands without quotes")]
    [InlineData("587", "\"587\"", "takes a whole number without quotes, not \"587\"")]
    [InlineData("587", "70000", "70000 is not taken: a whole number from 1 to 65535")]
    [InlineData("587", "58.7", "\"58.7\" is not a whole number")]
    [InlineData("587", "[587]", "must be one value, not a list")]
    [InlineData("\"useTls\": true", "\"useTls\": \"true\"", "takes true or false without quotes")]
    [InlineData("\"useTls\": true", "\"useTls\": yess", "not well-formed JSON")]
    [InlineData("\"useTls\": true", "\"useTLS\": true", "Did you mean \"useTls\"?")]
    [InlineData("\"useTls\": true", "\"useTls\": false, \"user\": \"cchc\"", "has no password")]
    [InlineData("    \"senderAddress\": \"cchc@x.example\",\n", "", "sender address")]
    [InlineData("cchc@x.example", "CcHc", "senderAddress: \"CcHc\" is not a mail address")]
    [InlineData("    \"host\": \"mail.example\",\n", "", "no server is given")]
    [InlineData("\"perMinute\": 0", "\"perMinute\": -1", "-1 is not taken")]
    [InlineData("\"perMinute\": 0", "\"redirectAllTo\": \"thu\"", "redirectAllTo: \"thu\" is not a mail address")]
    [InlineData("\"perMinute\": 0", "\"timeoutSeconds\": 0", "0 is not taken: a whole number from 1 to 600")]
    [InlineData("\"perMinute\": 0", "\"password\": \"bí mật\"", "unknown key \"password\"")]
    [InlineData("\"perMinute\": 0", "\"authorityFile\": \"khong-co.pem\"", "does not exist")]
    [InlineData("\"perMinute\": 0", "\"perMinute\": 0, \"perMinute\": 5", "\"perMinute\" stands twice")]
    [InlineData("\"keepMonths\": 24", "\"keepMonths\": 0", "line 3, column 17: keepMonths: 0 is not taken: a whole number from 1 to 1200")]
    [InlineData("\"keepMonths\": 24", "\"keepMonth\": 24", "Did you mean \"keepMonths\"?")]
    [InlineData("\"keepMonths\": 24", "\"database\": \"postgre\"", "Did you mean \"postgres\"?")]
    [InlineData("\"keepMonths\": 24", "\"database\": \"postgres\"", "CCHC_POSTGRES is not set")]
    [InlineData("\"keepMonths\": 24", "\"openId\": { \"authority\": \"http://dang-nhap.example\", \"clientId\": \"cchc\" }", "is not an https address")]
    [InlineData("\"keepMonths\": 24", "\"openId\": { \"authority\": \"https://dang-nhap.example\" }", "openId: clientId: is missing")]
    [InlineData("\"/cchc\"", "\"cchc/\"", "is not a path like \"/cchc\"")]
    [InlineData("https://watch.example/{job}", "watch.example", "is not an http or https address")]
    [InlineData("\"information\"", "\"verbose\"", "log: level: \"verbose\" is not known. Known: error, warning, information, debug")]
    [InlineData("\"maxMegabytes\": 20", "\"maxMegabytes\": 0", "log: maxMegabytes: 0 is not taken")]
    [InlineData("\"data\": \"data\"", "\"data\": 5", "data: 5 stands without quotes")]
    [InlineData("\"data\": \"data\",", "\"data\": \"data\"", "not well-formed JSON")]
    [InlineData("\"perMinute\": 0\n  }\n}", "\"perMinute\": 0\n  }", "not well-formed JSON")]
    [InlineData("\"perMinute\": 0\n  }\n}", "\"perMinute\": 0\n  }\n}\n{}", "not well-formed JSON")]
    public void MachineFile_NamesTheMistake(string was, string becomes, string said) => Judge(Jobs, Change(Machine, was, becomes), [], said);

    [Theory]
    [InlineData("CCHC__mail__hots", "mail.example", "CCHC__mail__hots: unknown key \"hots\". Did you mean \"host\"?")]
    [InlineData("CCHC__mial__host", "mail.example", "CCHC__mial__host: unknown key \"mial\". Did you mean \"mail\"?")]
    [InlineData("CCHC__mail__port", "fünf", "CCHC__mail__port: mail: port: \"fünf\" is not a whole number from 1 to 65535")]
    [InlineData("CCHC__mail__useTls", "ja", "\"ja\" is neither true nor false")]
    [InlineData("CCHC__mail__mode", "post", "Known: pickup, smtp, preview")]
    [InlineData("CCHC__mail", "smtp", "CCHC__mail: mail has keys of its own. Write CCHC__mail__mode")]
    [InlineData("CCHC__data__folder", "x", "CCHC__data__folder: data has no keys of its own. Write CCHC__data")]
    [InlineData("CCHC__mail__senderAddress", "", "sender address")]
    [InlineData("CCHC_POSTGRES", "Hots=db;Database=a;Username=b", "CCHC_POSTGRES: the connection string has an unknown key \"hots\". Did you mean \"Host\"?")]
    [InlineData("CCHC_POSTGRES", "Host=db;Database=a", "CCHC_POSTGRES: the connection string names no Username")]
    [InlineData("CCHC_POSTGRES", "Host=db;Username=a", "names no Database")]
    [InlineData("CCHC_POSTGRES", "Database=a;Username=b", "names no Host")]
    [InlineData("CCHC_POSTGRES", "postgres://cchc:bimat@db/cchc", "CCHC_POSTGRES: the connection string is an address")]
    [InlineData("CCHC_POSTGRES", "Host=db;Database=a;Username=b;Port=bimat", "has a value its key does not take")]
    [InlineData("CCHC_POSTGRES", "Host=db;bimat;Username=b", "has a part without \"=\"")]
    [InlineData("CCHC_POSTGRES_FILE", "/khong/co", "CCHC_POSTGRES_FILE: /khong/co cannot be read")]
    [InlineData("CCHC_SMTP_PASSWORD_FILE", "/khong/co", "CCHC_SMTP_PASSWORD_FILE: /khong/co cannot be read")]
    [InlineData("CCHC_SMTP_PASWORD", "bimat", "CCHC_SMTP_PASWORD: unknown variable. Did you mean \"CCHC_SMTP_PASSWORD\"?")]
    [InlineData("CCHC_POSTGRE", "bimat", "CCHC_POSTGRE: unknown variable. Did you mean \"CCHC_POSTGRES\"?")]
    public void Environment_NamesTheVariable(string variable, string value, string said)
    {
        var message = Judge(Jobs, Machine, new Hashtable { [variable] = value }, said);
        Assert.DoesNotContain("bimat", message, StringComparison.Ordinal);
    }

    /// <summary>Whatever slip of one letter: the file is taken, or refused in plain words.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("{")]
    [InlineData(":")]
    [InlineData("\t")]
    public void ASlipOfOneLetter_IsTakenOrRefusedInPlainWords(string slip)
    {
        var (jobs, machine) = (Jobs.ReplaceLineEndings("\n"), Machine.ReplaceLineEndings("\n"));
        for (var place = 0; place < Math.Max(jobs.Length, machine.Length); place++)
        {
            File.WriteAllText(Path.Combine(_folder, MachineSettings.FileName), Slipped(machine, place));
            foreach (var read in new Action[] { () => Read(Slipped(jobs, place)),
                () => MachineSettings.ReadBeside(Path.Combine(_folder, "jobs.yml"), new Hashtable()) })
            {
                if (Record.Exception(read) is { } wrong)
                {
                    AssertPlain(Assert.IsType<SettingsException>(wrong).Message);
                }
            }
        }

        string Slipped(string text, int place) => place >= text.Length ? text : text[..place] + slip + text[(place + 1)..];
    }

    [Fact]
    public void Mistakes_AreToldAllAtOnce()
    {
        var jobs = Change(Change(Change(Jobs, "standing_body: SNV", "standing_bdy: SNV"), "[15, 7]", "[0]"), "does: remind_agencies", "does: nothing");
        var wrong = Assert.Throws<SettingsException>(() => Read(jobs));
        Assert.Equal(4, wrong.Mistakes.Count);
        Assert.StartsWith("4 mistakes in the settings:", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1258")]
    [InlineData("latin1")]
    public void AnotherEncoding_IsRefused(string encoding)
    {
        var path = Path.Combine(_folder, "jobs.yml");
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        File.WriteAllText(path, Jobs.Replace("tỉnh Mẫu", "tỉnh é", StringComparison.Ordinal), System.Text.Encoding.GetEncoding(encoding));
        Assert.Contains("UTF-8", Assert.Throws<SettingsException>(() => JobsFileReader.Read(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CCHC__mail__host", "khac.example")]
    [InlineData("cchc__MAIL__HOST", "khac.example")]
    public void Environment_StandsAboveTheFile(string variable, string value)
    {
        File.WriteAllText(Path.Combine(_folder, MachineSettings.FileName), Machine);
        Assert.Equal(value, MachineSettings.ReadBeside(Path.Combine(_folder, "jobs.yml"), new Hashtable { [variable] = value }).Mail.Host);
    }

    [Fact]
    public void EveryKeyOfTheMachine_MayComeFromTheEnvironment()
    {
        var variables = new Hashtable
        {
            ["CCHC__data"] = "kho", ["CCHC__keepMonths"] = "6", ["CCHC__log__level"] = "debug", ["CCHC__log__keepDays"] = "3", ["CCHC__backup__keepDays"] = "2",
            ["CCHC__mail__mode"] = "smtp", ["CCHC__mail__senderAddress"] = "cchc@x.example", ["CCHC__mail__host"] = "mail.example",
            ["CCHC__mail__port"] = "465", ["CCHC__mail__useTls"] = "true",
        };
        var machine = MachineSettings.ReadBeside(Path.Combine(_folder, "jobs.yml"), variables);
        Assert.Equal((Path.Combine(_folder, "kho"), 6, LogDetail.Debug, 3, 2),
            (machine.DataFolder, machine.KeepMonths, machine.Log.Level, machine.Log.KeepDays, machine.Backup.KeepDays));
        Assert.Equal(("mail.example", 465), (machine.Mail.Host, machine.Mail.Port));
    }

    /// <param name="said">Null: the change is none that matters, and is taken.</param>
    private string Judge(string jobs, string machine, Hashtable variables, string? said)
    {
        File.WriteAllText(Path.Combine(_folder, MachineSettings.FileName), machine);
        var wrong = Record.Exception(() =>
        {
            Read(jobs);
            MachineSettings.ReadBeside(Path.Combine(_folder, "jobs.yml"), variables);
        });
        if (said is null)
        {
            Assert.Null(wrong);
            return "";
        }

        var message = Assert.IsType<SettingsException>(wrong).Message;
        Assert.Contains(said, message, StringComparison.Ordinal);
        AssertPlain(message);
        return message;
    }

    private static void AssertPlain(string message) =>
        Assert.All(["System.", "CcHc.Adapters", "Exception", "Int32", "Boolean", "`1", "   at ", "Parameter '"],
            inside => Assert.DoesNotContain(inside, message, StringComparison.Ordinal));

    private JobsFile Read(string text)
    {
        var path = Path.Combine(_folder, "jobs.yml");
        File.WriteAllText(path, text);
        return JobsFileReader.Read(path);
    }

    private static string Change(string text, string was, string becomes)
    {
        var before = text.ReplaceLineEndings("\n");
        var after = before.Replace(was, becomes, StringComparison.Ordinal);
        Assert.NotEqual(before, after);
        return after;
    }
}
