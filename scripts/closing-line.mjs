// The last line of a test run: "N passed, N failed, N skipped".
// With CLOSING_LINE_FILE set, the numbers go to that file, for a run that adds its own.
import { writeFileSync } from "node:fs";

export default class ClosingLine {
  onTestRunEnd(modules, errors) {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state === "passed" || state === "failed" ? state : "skipped"] += 1;
      }
      if (module.errors().length > 0) count.failed += 1;
    }
    if (process.env.CLOSING_LINE_FILE) writeFileSync(process.env.CLOSING_LINE_FILE, JSON.stringify(count));
    else console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  }
}
