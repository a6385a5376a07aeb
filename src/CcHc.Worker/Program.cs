using System.CommandLine;
using CcHc.Worker;
using CcHc.Worker.Screens;
using CcHc.Worker.Verbs;
using CcHc.Worker.Verbs.Demo;
using CcHc.Worker.Verbs.Init;
using CcHc.Worker.Verbs.Report;

var screen = Screen.OfProcess();
var root = new RootCommand("CcHc reads task registers from shared Excel workbooks, reminds lead agencies by e-mail and assembles reports.")
{
    DemoVerb.Create(screen),
    InitVerb.Create(screen),
    RunVerb.Create(screen),
    ServiceVerb.Create(screen),
    UpgradeVerb.Create(screen),
    ServeVerb.CreateServe(screen),
    ServeVerb.CreateWork(screen),
    JobsVerb.Create(screen),
    CheckVerb.Create(screen),
    ImportVerb.Create(screen),
    ReportVerb.Create(screen),
    ExplainVerb.Create(screen),
    AgenciesVerb.Create(screen),
    PreviewVerb.Create(screen),
    ChaseVerb.Create(screen),
    TestMailVerb.Create(screen),
    AcceptVerb.Create(screen),
    BackupVerb.Create(screen),
    RestoreVerb.Create(screen),
    HoldVerb.Create(screen),
    GoLiveVerb.Create(screen),
    UserVerb.Create(screen),
    DashboardVerb.Create(screen),
};
return await CommandLine.RunAsync(root, args, screen);
