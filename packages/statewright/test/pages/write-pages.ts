import { writeFileSync } from "node:fs";
import { examplePages, guidePages } from "./pages.ts";

// `npm run docs`: puts what the commands print into the pages of docs/examples and docs/guides.

for (const { path, text, filled } of [...examplePages(), ...guidePages()]) {
  const page = await filled();
  if (page !== text) writeFileSync(path, page);
}
