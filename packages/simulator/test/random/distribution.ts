import type { Json } from "@statewright/json-types";
import type { RandomMachine } from "./random-machine.ts";

/** What one machine has in it. */
export interface Features {
  readonly states: number;
  readonly types: ReadonlySet<string>;
  readonly cycle: boolean;
  readonly container: boolean;
  readonly distributed: boolean;
  readonly variables: boolean;
  readonly jsonata: boolean;
  readonly jsonPath: boolean;
  readonly catches: boolean;
  readonly retries: boolean;
}

type Fields = Readonly<Record<string, Json>>;

/** Reads what is in a machine out of its definition. */
export function featuresOf({ definition }: Pick<RandomMachine, "definition">): Features {
  const scopes: Fields[] = [definition];
  const all: Fields[] = [];
  let cycle = false;
  for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop()) {
    const states = scope.States as Readonly<Record<string, Fields>>;
    cycle ||= hasCycle(states);
    for (const state of Object.values(states)) {
      all.push(state);
      scopes.push(...((state.Branches ?? []) as unknown as readonly Fields[]));
      if (state.ItemProcessor !== undefined) scopes.push(state.ItemProcessor as Fields);
    }
  }
  const languages = all.map(({ QueryLanguage }) => QueryLanguage ?? definition.QueryLanguage ?? "JSONPath");
  const types = new Set(all.map(({ Type }) => String(Type)));
  return {
    states: all.length,
    types,
    cycle,
    container: types.has("Parallel") || types.has("Map"),
    distributed: JSON.stringify(definition).includes('"DISTRIBUTED"'),
    variables: JSON.stringify(definition).includes('"Assign":'),
    jsonata: languages.includes("JSONata"),
    jsonPath: languages.includes("JSONPath"),
    catches: all.some(({ Catch }) => Catch !== undefined),
    retries: all.some(({ Retry }) => Retry !== undefined),
  };
}

function hasCycle(states: Readonly<Record<string, Fields>>): boolean {
  const targets = Object.entries(states).map(([name, state]) => {
    const found = [
      ...JSON.stringify({ ...state, Branches: 0, ItemProcessor: 0 }).matchAll(
        /"(?:Next|Default)":"([^"]*)"/g,
      ),
    ];
    return [name, new Set(found.map(([, target]) => target ?? ""))] as const;
  });
  // What points to nothing that is left is taken away until nothing changes: what stays is on or before a cycle.
  const left = new Map(targets);
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    for (const [name, next] of left) if (![...next].some((target) => left.has(target))) left.delete(name);
  }
  return left.size > 0;
}

/** Counts what machines have and how their runs end, and says it in lines. */
export interface Distribution {
  readonly add: (features: Features, ending: string) => void;
  readonly share: (of: (features: Features) => boolean) => number;
  readonly ended: (ending: string) => number;
  readonly lines: () => readonly string[];
}

export function newDistribution(): Distribution {
  const machines: Features[] = [];
  const endings = new Map<string, number>();
  const share = (of: (features: Features) => boolean): number =>
    machines.filter(of).length / Math.max(1, machines.length);
  const ended = (ending: string): number => (endings.get(ending) ?? 0) / Math.max(1, machines.length);
  const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
  return {
    add: (features, ending) => {
      machines.push(features);
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
    },
    share,
    ended,
    lines: () => [
      `${machines.length} random machines, ${(machines.reduce((sum, { states }) => sum + states, 0) / machines.length).toFixed(1)} states each, at most ${machines.reduce((most, { states }) => Math.max(most, states), 0)}`,
      `cycles ${percent(share(({ cycle }) => cycle))}, Parallel or Map ${percent(share(({ container }) => container))} (distributed ${percent(share(({ distributed }) => distributed))}), variables ${percent(share(({ variables }) => variables))}`,
      `Retry ${percent(share(({ retries }) => retries))}, Catch ${percent(share(({ catches }) => catches))}; JSONata alone ${percent(share(({ jsonata, jsonPath }) => jsonata && !jsonPath))}, JSONPath alone ${percent(share(({ jsonata, jsonPath }) => jsonPath && !jsonata))}, both ${percent(share(({ jsonata, jsonPath }) => jsonPath && jsonata))}`,
      `ended: ${[...endings]
        .sort(([, left], [, right]) => right - left)
        .map(([ending]) => `${ending} ${percent(ended(ending))}`)
        .join(", ")}`,
    ],
  };
}
