import type { Diagnostic } from "@statewright/diagnostics";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { parseMachine, readTemplate } from "../src/index.ts";
import { corpusTexts, hasCorpus } from "./corpus.ts";

// A machine is the same machine in YAML and inside of a template.

const said = (found: readonly Diagnostic[]) => found.map(({ code, pointer }) => `${code} ${pointer}`);
const styles = [
  { defaultStringType: "PLAIN", lineWidth: 80 },
  { defaultStringType: "BLOCK_LITERAL", collectionStyle: "block", lineWidth: 0 },
] as const;

describe.skipIf(!hasCorpus)("the real machines of the corpus", () => {
  test("are the same machines in YAML and in templates, each value where it stands", () => {
    const counts = { machines: 0, yaml: 0, inline: 0, text: 0, places: 0 };
    for (const [name, source] of corpusTexts("machines/real")) {
      counts.machines += 1;
      const json = parseMachine(source);
      const data: unknown = JSON.parse(source);
      for (const style of styles) {
        const text = stringify(data, style);
        const yaml = parseMachine(text, { format: "yaml" });
        expect([name, yaml.machine]).toEqual([name, json.machine]);
        expect(said(yaml.diagnostics)).toEqual(said(json.diagnostics));
        counts.yaml += 1;
        const lines = text.split("\n");
        for (const state of Object.keys(json.machine?.States ?? {})) {
          const pointer = `/States/${state.replaceAll("~", "~0").replaceAll("/", "~1")}/Type`;
          const range = yaml.document.rangeOf(pointer);
          // In the block style a text begins on the line after its sign.
          const { line = 0, character = 0 } = range?.start ?? {};
          const [first = "", second = ""] = lines.slice(line, line + 2);
          const written = `${first.slice(character)}\n${second.trim()}`;
          expect(written.replace(/^[|>]-?\n/, "")).toContain(json.machine?.States[state]?.Type);
          counts.places += 1;
        }
      }
      const template = (properties: unknown) =>
        stringify({
          Resources: { M: { Type: "AWS::Serverless::StateMachine", Properties: properties } },
        });
      const inline = readTemplate(template({ Definition: data }), { format: "yaml" });
      expect([name, inline.machines[0]?.machine]).toEqual([name, json.machine]);
      counts.inline += 1;
      const text = readTemplate(template({ DefinitionString: source }), { format: "yaml" });
      expect([name, text.machines[0]?.machine]).toEqual([name, json.machine]);
      expect(said(text.machines[0]?.diagnostics ?? [])).toEqual(said(json.diagnostics));
      counts.text += 1;
    }
    console.log(
      `real machines: ${counts.machines}; the same in YAML: ${counts.yaml} of ${counts.machines * 2}, inside of a template: ${counts.inline}, as text of one: ${counts.text}; places of states: ${counts.places}`,
    );
  });
});
