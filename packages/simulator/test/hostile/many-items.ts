// Runs a Map of so many items and prints how it ended; the test starts it with a heap that has a limit.
import { parseMachine } from "@statewright/asl";
import { simulate } from "@statewright/simulator";

const [mode, count] = [process.argv[2], Number(process.argv[3])];
const { machine } = parseMachine(
  JSON.stringify({
    StartAt: "Each",
    States: {
      Each: {
        Type: "Map",
        ItemProcessor: {
          ProcessorConfig:
            mode === "INLINE" ? { Mode: "INLINE" } : { Mode: "DISTRIBUTED", ExecutionType: mode },
          StartAt: "Call",
          States: {
            Call: {
              Type: "Task",
              Resource: "arn:aws:lambda:us-east-1:111111111111:function:call",
              End: true,
            },
          },
        },
        End: true,
      },
    },
  }),
);
if (machine === undefined) throw new Error("no machine");
const input = Array.from({ length: count }, (_, index) => index % 10); // of 100,000, 200 KB
const run = await simulate(machine, { input, mocks: { states: { Call: { result: 1 } } } });
const { status, error, cause, events, diagnostics } = run;
const results = Array.isArray(run.output) ? run.output.length : 0;
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  JSON.stringify({
    status,
    error,
    cause,
    events: events.length,
    last: events.at(-1)?.type,
    results,
    diagnostics: diagnostics.map(({ message }) => message),
    megabytes,
  }),
);
