import type { Json } from "@statewright/json-types";
import { answersOf, type Responder, readRecording } from "@statewright/simulator";

/** What a recorded execution was started with, and what its tasks answered. */
export interface RecordedFixture<Input> {
  readonly input: Input;
  /** Made anew each time it is read, so that a fixture serves any number of runs. */
  readonly responder: Responder;
}

/**
 * The tasks of a recorded execution as mocks: the document that `statewright replay --from-aws` makes.
 *
 * `Input` is the caller's word. A document that is no recording refuses the first call, and says what is wrong with it.
 *
 * @example
 * ```ts
 * const run = await simulate(orders, { ...fromRecording<Order>(recorded) });
 * ```
 */
export function fromRecording<Input = Json>(document: Json): RecordedFixture<Input> {
  const { recording, diagnostics } = readRecording(document, "recording");
  const [problem] = diagnostics;
  return {
    input: (recording?.input ?? {}) as Input,
    get responder(): Responder {
      return recording === undefined
        ? () => ({ ...(problem && { refused: problem }) })
        : answersOf(recording);
    },
  };
}
