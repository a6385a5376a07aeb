using System.CommandLine;
using CcHc.ClockedService;
using CcHc.Worker;
using CcHc.Worker.Screens;
using CcHc.Worker.Verbs;

// serve, as the program has it, but for the clock: CCHC_TEST_CLOCK names a file that says how many seconds it is ahead of the machine's.
var screen = Screen.OfProcess();
var clock = new FileClock(Environment.GetEnvironmentVariable("CCHC_TEST_CLOCK") ?? throw new InvalidOperationException("CCHC_TEST_CLOCK names no file."));
return await CommandLine.RunAsync(new RootCommand("The service on a clock of its own.") { ServeVerb.CreateServe(screen, clock) }, args, screen);
