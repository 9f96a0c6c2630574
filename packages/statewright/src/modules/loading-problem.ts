import { relative, resolve } from "node:path";
import { type Problem, problem } from "../command-line/problem.ts";
import { shortened } from "../terminal/inert-line.ts";
import type { LoadEnd } from "./loader.ts";
import type { LoadFailure } from "./protocol.ts";

/** Says why a module gave nothing, in one sentence a person can act on. `file` as the user wrote it. */
export function loadingProblem(end: LoadEnd, file: string, cwd: string): Problem {
  switch (end.kind) {
    case "exit":
      return ended(end.code, end.outOfMemory, file);
    case "too-slow":
      return stuck(file, `The module was still not loaded after ${end.seconds} seconds.`);
    case "garbled":
      return problem({
        code: "builder/module-ended",
        file,
        message: "The process that loaded the module answered something that is no answer.",
        help: "Take out of the module what writes to the process's own channel (`process.send`).",
      });
    case "answer":
      return failed(end.answer.failure, file, cwd);
  }
}

/** Says that what arrived is no workflow, though it claims to be one. */
export function noTreeProblem(file: string, why: string): Problem {
  return problem({
    code: "builder/module-exports",
    file,
    message: `What the module exports cannot be read: ${endSentence(why)}`,
    help: "Export what `workflow(…)….end()` gives, or for settings a plain object.",
  });
}

function changesBuiltIns(names: string, file: string): Problem {
  return problem({
    code: "builder/module-changes-globals",
    file,
    message: `The module changes built-in objects (${names}); nothing that stands on them can be relied on.`,
    help: "Take the change out of the module.",
  });
}

function ended(code: number | null, outOfMemory: boolean, file: string): Problem {
  return problem({
    code: "builder/module-ended",
    file,
    message: outOfMemory
      ? "The module used more memory than loading it may take."
      : `The module ended the process (exit code ${code ?? "unknown"}) while it was loaded.`,
    help: "A module with workflows only defines and exports them: move everything else out of it.",
  });
}

function stuck(file: string, message: string): Problem {
  return problem({
    code: "builder/module-stuck",
    file,
    message,
    help: "Take out the loop or the top-level `await` that does not end; a module with workflows only defines them.",
  });
}

function failed(failure: LoadFailure | undefined, file: string, cwd: string): Problem {
  if (failure?.what === "unsettled") {
    return stuck(file, "The module waits at its top level for something that never comes.");
  }
  if (failure?.what === "built-ins") return changesBuiltIns(failure.message, file);
  if (failure?.what === "data") return noTreeProblem(file, failure.message);
  const place = failure?.place && placeText(failure.place, cwd);
  const message = shortened(failure?.message ?? "It could not be loaded.", 600);
  if (failure?.cause === "syntax") {
    return problem({
      code: "builder/module-syntax",
      file: place ?? file,
      message: `This is not TypeScript that can be loaded: ${endSentence(message)}`,
      help: /top-level await/i.test(message)
        ? 'Add `"type": "module"` to package.json, or name the file `.mts`.'
        : "Correct it there.",
    });
  }
  return problem({
    code: "builder/module-failed",
    file: place ?? file,
    message,
    help:
      failure?.cause === "missing-module"
        ? "Install the package, or correct the name."
        : "Correct it, and run the command again.",
  });
}

function placeText(place: NonNullable<LoadFailure["place"]>, cwd: string): string {
  const path = relative(cwd, resolve(cwd, place.file));
  return place.line === undefined ? path : `${path}:${place.line}:${place.column ?? 1}`;
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
