import type { Patience } from "@statewright/simulator";

/** What browsers and Node have, and the language itself does not. */
interface Timers {
  setTimeout(whenOver: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** Taken when the kit is loaded: a test that fakes timers does not stop the watch. */
const { setTimeout: later, clearTimeout: stop } = globalThis as unknown as Timers;

/** Gives up on a handler after so many seconds of real time. */
export function patienceOf(seconds: number): Patience {
  return (whenOver) => {
    const timer = later(whenOver, seconds * 1000);
    return () => stop(timer);
  };
}
