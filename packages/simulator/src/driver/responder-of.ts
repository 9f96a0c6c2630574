import type { Diagnostic } from "@statewright/diagnostics";
import type { Responder } from "../calls/answer.ts";
import { noMock } from "../diagnostics/refusals.ts";
import type { CallTask } from "../execution/command.ts";
import { jsonText } from "../json/json-text.ts";
import { respondFromMocks } from "../mocks/answer-from-mocks.ts";
import { askHandler, type Handler } from "./handlers.ts";
import type { AnswersGiven } from "./save-run.ts";
import type { SimulateOptions } from "./simulate-options.ts";

/** What answers the calls of a run: handlers, then mocks, then the responder that is given. */
export function responderOf(
  options: SimulateOptions,
  seed: number,
  { used, asked }: AnswersGiven,
): Responder {
  const { handlers = {}, mocks = {}, responder } = options;
  const fromMocks = respondFromMocks(mocks, seed, used);
  return (call, token) => {
    options.onCall?.(call);
    const own = call.machine === undefined ? call.state : `${call.machine}/${call.state}`;
    const name = Object.hasOwn(handlers, own) ? own : call.state;
    if (Object.hasOwn(handlers, name))
      return askHandler(handlers[name] as Handler, call, token, options.patience);
    const answer = fromMocks(call) ?? responder?.(call, token);
    if (answer === undefined && call.resource.pattern === "waitForTaskToken") {
      return { submitted: { afterSeconds: 0, output: {} } }; // somebody else may call back
    }
    if (answer !== undefined) asked.set(call.state, (asked.get(call.state) ?? 0) + 1);
    return answer;
  };
}

/** The refusal of a call that nothing answers. */
export function unanswered(call: CallTask, asked: ReadonlyMap<string, number>): Diagnostic {
  const { state, pointer, resource } = call;
  const text = jsonText(call.arguments);
  return noMock.at(
    { state, pointer },
    {
      state,
      resource: resource.arn,
      arguments: text.length > 400 ? `${text.slice(0, 400)}…` : text,
      answered: asked.get(state) ?? 0,
      line: `${JSON.stringify(state)}: { "result": {} }`,
    },
  );
}
