import {
  askHandler,
  type Handler,
  type MockAnswer,
  type MockAnswers,
  type Patience,
  type Responder,
  respondFromMocks,
} from "@statewright/simulator";
import type { StateMocks } from "./typed-mocks.kernel.ts";

/** Mocks by how they answer: as data, as functions, and as lists with functions in them. */
export interface SplitMocks {
  /** All that is data, of lists too. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly handlers: Readonly<Record<string, Handler>>;
  readonly lists: Readonly<Record<string, readonly (MockAnswer | Handler)[]>>;
}

/** Takes functions out of the answers of states. */
export function splitMocks(states: StateMocks<unknown> = {}): SplitMocks {
  const data: [string, unknown][] = [];
  const handlers: [string, Handler][] = [];
  const lists: [string, readonly (MockAnswer | Handler)[]][] = [];
  for (const [state, answers] of Object.entries(states)) {
    if (typeof answers === "function") handlers.push([state, answers]);
    else if (Array.isArray(answers) && answers.some((answer) => typeof answer === "function")) {
      const list = answers as readonly (MockAnswer | Handler)[];
      lists.push([state, list]);
      data.push([state, list.filter((answer) => typeof answer !== "function")]);
    } else data.push([state, answers]);
  }
  return {
    data: Object.fromEntries(data),
    handlers: Object.fromEntries(handlers),
    lists: Object.fromEntries(lists),
  };
}

/** Answers the states whose lists have functions in them: one entry a call, in order. */
export function respondFromLists(lists: SplitMocks["lists"], seed: number, patience: Patience): Responder {
  const left = new Map(Object.entries(lists).map(([state, list]) => [state, [...list]]));
  return (call, token) => {
    const list = left.get(call.state) ?? [];
    for (const [index, entry] of list.entries()) {
      if (typeof entry === "function") {
        list.splice(index, 1);
        return askHandler(entry, call, token, patience);
      }
      const one: MockAnswers = entry;
      const answer = respondFromMocks({ states: { [call.state]: one } }, seed)(call);
      if (answer === undefined) continue; // its `when` means another call
      list.splice(index, 1);
      return answer;
    }
    return undefined;
  };
}
