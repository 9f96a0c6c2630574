import type { Command } from "./command.ts";

/** A command by name, loaded when it is called for. */
export interface RegisteredCommand {
  readonly name: string;
  readonly load: () => Promise<Command>;
}

/** The commands that exist, in the order of the help. */
export const commands: readonly RegisteredCommand[] = [
  { name: "init", load: async () => (await import("../commands/init.ts")).init },
  { name: "dev", load: async () => (await import("../commands/dev.ts")).dev },
  { name: "build", load: async () => (await import("../commands/build.ts")).build },
  { name: "check", load: async () => (await import("../commands/check.ts")).check },
  { name: "types", load: async () => (await import("../commands/inferred-types.ts")).inferredTypes },
  { name: "simulate", load: async () => (await import("../commands/simulate.ts")).simulate },
  { name: "test-state", load: async () => (await import("../commands/test-state.ts")).testStateCommand },
  { name: "replay", load: async () => (await import("../commands/replay.ts")).replayCommand },
  { name: "diagnose", load: async () => (await import("../commands/diagnose.ts")).diagnoseCommand },
  { name: "cost", load: async () => (await import("../commands/cost.ts")).cost },
  { name: "graph", load: async () => (await import("../commands/graph.ts")).graph },
  { name: "eval", load: async () => (await import("../commands/eval.ts")).evalCommand },
  { name: "explain", load: async () => (await import("../commands/explain.ts")).explain },
];

/** Commands that are planned: they are not listed, and say that they do not exist yet. */
export const plannedCommands: readonly string[] = ["generate", "import", "diff", "iam", "lsp", "studio"];
