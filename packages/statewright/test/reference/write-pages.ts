import { writeFileSync } from "node:fs";
import { compile } from "@statewright/builder";
import { filledPage, readExamples, readPages } from "./examples.ts";

// `npm run reference`: puts the examples and their machines into the pages of docs/reference.

const examples = await readExamples();
for (const [path, page] of readPages()) {
  const filled = filledPage(page, (name) => {
    const example = examples.get(name);
    return example && { shown: example.shown, machine: compile(example.run.workflow).text };
  });
  if (filled !== page) writeFileSync(path, filled);
}
