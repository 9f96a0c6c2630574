import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

// What a person reads when a mistake does not compile, under both compilers. Each line with a mistake has above it
// what is expected: `// TS2551 at ` and the text that the error stands at, then the message; `…` stands for any text.

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../../..");
const folder = join(here, "fixtures", "messages");

interface Finding {
  readonly place: string;
  readonly code: string;
  readonly text: string;
}

const expected: readonly Finding[] = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .flatMap((name) => expectedIn(name, readFileSync(join(folder, name), "utf8").split("\n")));

function expectedIn(name: string, lines: readonly string[]): Finding[] {
  return lines.flatMap((line, index) => {
    const found = /^\/\/ (TS\d+) at `(.+?)`: (.*)$/.exec(line);
    if (!found) return [];
    const [, code = "", at = "", text = ""] = found;
    const below = lines.findIndex((other, number) => number > index && !other.startsWith("//"));
    return [{ place: `${name}:${below + 1}:${(lines[below]?.indexOf(at) ?? -2) + 1}`, code, text }];
  });
}

/** What `tsc` says of the fixtures; a message of several lines in one. */
async function findingsOf(compiler: string): Promise<Finding[]> {
  const tsc = join(root, "node_modules", compiler, "bin", "tsc");
  const args = [tsc, "-p", folder, "--pretty", "false"];
  const output = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 1e8 }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
  const blocks = output.split(/\n(?! )/).filter((block) => block.includes("fixtures/messages/"));
  return blocks.map((block) => {
    const [, file = "", place = "", code = "", text = ""] =
      /^(\S+?)\((\d+,\d+)\): error (TS\d+): ([\s\S]*)$/.exec(block.trim()) ?? [];
    return {
      place: `${basename(file)}:${place.replace(",", ":")}`,
      code,
      text: text.replaceAll(/\n\s*/g, " "),
    };
  });
}

describe.each(["typescript", "typescript-7"])("with %s", (compiler) => {
  let found: readonly Finding[] = [];

  test("each mistake is reported at its place, and nothing else is", { timeout: 180_000 }, async () => {
    found = await findingsOf(compiler);
    expect(found.map(({ place, code }) => `${place} ${code}`).sort()).toEqual(
      expected.map(({ place, code }) => `${place} ${code}`).sort(),
    );
  });

  test.each(expected)("$place says: $text", ({ place, code, text }) => {
    const message = found.find((finding) => finding.place === place && finding.code === code)?.text;
    expect(message).toMatch(new RegExp(`^${text.split("…").map(escaped).join(".*")}$`));
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
