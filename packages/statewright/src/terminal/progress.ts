import { inertLine, shortened } from "./inert-line.ts";
import type { Terminal } from "./terminal.ts";

/** Work that is done sooner needs no progress. */
const quietMilliseconds = 500;
const between = 100;

/** Shows on a terminal how far a long piece of work is; elsewhere nothing. */
export interface Progress {
  /** Says what is looked at now, as number `done` of all. */
  at(done: number, what: string): void;
  /** Takes the line away. */
  end(): void;
}

/** Starts to show progress through `total` things. */
export function startProgress({ progress }: Terminal, total: number): Progress {
  const start = performance.now();
  let shown = 0;
  return {
    at(done, what) {
      const now = performance.now() - start;
      if (progress === undefined || now < quietMilliseconds || (shown > 0 && now - shown < between)) return;
      shown = now;
      progress(shortened(inertLine(`${done + 1} of ${total}: ${what}`), 78));
    },
    end() {
      if (shown > 0) progress?.("");
    },
  };
}
