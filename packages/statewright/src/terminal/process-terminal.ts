import type { Terminal } from "./terminal.ts";

/** The terminal of this process. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", endQuietlyWhenClosed);
  const interactive = process.stdout.isTTY === true;
  return Object.freeze({
    cwd: process.cwd(),
    colour: interactive && !process.env.NO_COLOR && process.env.TERM !== "dumb",
    interactive,
    out: (text: string) => void process.stdout.write(text),
    note: (line: string) => void process.stderr.write(`${line}\n`),
    readStandardInput,
    ...(process.stderr.isTTY === true && {
      progress: (line: string) => void process.stderr.write(`\r\u001b[K${line}`),
    }),
  });
}

/** `statewright check … | head` closes the pipe early: that is no fault. */
function endQuietlyWhenClosed(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit();
  throw error;
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
