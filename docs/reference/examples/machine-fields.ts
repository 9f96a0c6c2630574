import { workflow } from "statewright";
import { z } from "zod";

export const greeting = workflow("greeting", {
  comment: "Greets whoever it is told of.",
  version: "1.0",
  timeoutSeconds: 60,
  constants: { words: { hello: "Hello" } },
})
  .input(z.object({ name: z.string() }))
  .output(z.object({ text: z.string() }))
  .pass("Greet")
  .output(({ input, constants }) => ({ text: `${constants.words.hello} ${input.name}` }))
  .end();

// How the tests run it.
export const run = { workflow: greeting, input: { name: "Ada" }, output: { text: "Hello Ada" } };
