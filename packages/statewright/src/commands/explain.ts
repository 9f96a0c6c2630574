import { nearestName } from "@statewright/diagnostics";
import type { Call, Command } from "../command-line/command.ts";
import { type Problem, problem } from "../command-line/problem.ts";
import { inertLine, shortened } from "../terminal/inert-line.ts";

/** `statewright explain`: what a code means, with an example that fails and its twin that works. */
export const explain: Command = {
  name: "explain",
  usage: "[CODE]",
  summary: "what a code such as data/unknown-field means; without CODE lists them all",
  options: {},
  takes: "code",
  files: { least: 0, most: 1 },
  run,
};

async function run(call: Call): Promise<0 | Problem> {
  const { terminal, json } = call;
  const { explainedCodes, pageOf } = await import("../pages/pages.ts");
  const { codeListText, pageText } = await import("../output/page-text.ts");
  const [written] = call.files;
  if (written !== undefined) {
    // A code is often copied with the brackets that stand round it in a message.
    const page = pageOf(written.replace(/^\[|\]$/g, ""));
    if (page === undefined) return unknownCode(written, explainedCodes());
    const { code, severity, title, text, failing, fine } = page;
    const document = { code, severity, title, text, failing, fine };
    terminal.out(json ? `${JSON.stringify(document, null, 2)}\n` : pageText(page, terminal.colour));
    return 0;
  }
  const pages = explainedCodes().flatMap((code) => pageOf(code) ?? []);
  const codes = pages.map(({ code, severity, title }) => ({ code, severity, title }));
  terminal.out(json ? `${JSON.stringify({ codes }, null, 2)}\n` : codeListText(pages, terminal.colour));
  return 0;
}

function unknownCode(written: string, codes: readonly string[]): Problem {
  const what = (code: string) => code.split("/")[1] ?? code;
  const last = what(written);
  const nearest = nearestName(written, codes);
  const sameEnd = codes.filter((code) => what(code) === last);
  const meant = nearest === undefined ? sameEnd : [nearest];
  const family = codes.filter((code) => code.startsWith(`${written}/`));
  const help =
    meant.length > 0
      ? `Did you mean ${meant.map((code) => `\`${code}\``).join(" or ")}?`
      : family.length > 0
        ? `That family has: ${family.join(", ")}.`
        : "`statewright explain` lists the codes.";
  return problem({
    code: "config/unknown-code",
    message: `There is no code \`${shortened(inertLine(written), 80)}\`.`,
    help,
  });
}
