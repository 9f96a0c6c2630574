import { parseMachine } from "@statewright/asl";
import { readMocks, simulate } from "@statewright/simulator";
import type { Outcomes } from "./runners.ts";
import { isSameButForNames } from "./same-but-for-names.ts";

/** From the best to the worst: a tool is as good as its worst workflow. */
const ranks = ["the same ASL", "the same but for names", "the same results"] as const;

/** What a tool does to workflows, told by what they compile to without it; as the page says it. */
export async function outcomeOf(plain: Outcomes, built: Outcomes): Promise<string> {
  const refused = new Set<string>();
  let worst = 0;
  for (const [name, { text, errors }] of Object.entries(built)) {
    if (name === "outer") continue;
    for (const { code, help } of errors) if (code.startsWith("arrow/")) refused.add(help ?? "");
    if (errors.length === 0) worst = Math.max(worst, await rankOf(plain[name]?.text ?? "", text));
  }
  if (refused.size > 0) return `refused: ${[...refused].sort().join(" ")}`;
  return ranks[worst] ?? "another machine";
}

async function rankOf(plain: string, built: string): Promise<number> {
  if (built === plain) return 0;
  if (isSameButForNames(plain, built)) return 1;
  return (await resultOf(plain)) === (await resultOf(built)) ? 2 : 3;
}

/** The names from outside that the arrows of `outer` are told to read or call. */
export function outerNames({ outer }: Outcomes): string {
  const names = outer?.errors.flatMap(({ code, message }) =>
    code === "arrow/outer-variable" ? [/`(\w+)`/.exec(message)?.[1] ?? ""] : [],
  );
  const written = names?.filter((name) => ["limit", "currency", "total"].includes(name)) ?? [];
  const [some = 0, all = 0] = [written.length, names?.length];
  if (some === all) return written.map((name) => `\`${name}\``).join(", ");
  return outer?.errors.some(({ help }) => help?.startsWith("A minifier")) ? "the minifier's" : "";
}

const input = {
  id: "1201",
  kind: "card",
  total: 240.5,
  vip: true,
  user: { name: "Ann", tags: ["new", "eu"] },
  items: [
    { sku: "a", price: 12, quantity: 2, gift: true },
    { sku: "b", price: 3.5, quantity: 1 },
  ],
  stock: { "1201": 3, other: 0 },
};

/** The history of an execution, with what each state yields; the text itself where the execution fails. */
async function resultOf(text: string): Promise<string> {
  const { machine } = parseMachine(text);
  const { mocks } = readMocks({
    states: { Rate: [{ result: { rate: 1.5, steps: [4] } }] },
  });
  if (machine === undefined || mocks === undefined) return text;
  const { status, events } = await simulate(machine, { input, mocks });
  return status === "SUCCEEDED" ? JSON.stringify(events) : text;
}
