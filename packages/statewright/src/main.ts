import { reportFault } from "./command-line/report.ts";
import { runCommandLine } from "./command-line/run-command-line.ts";
import { processTerminal } from "./terminal/process-terminal.ts";

/** Runs the command in this process: `args` are what stands behind `statewright`. Sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  const terminal = processTerminal();
  process.on("uncaughtException", (fault) => {
    process.exitCode = reportFault(terminal, args, fault);
    process.exit();
  });
  process.exitCode = await runCommandLine(args, terminal);
}
