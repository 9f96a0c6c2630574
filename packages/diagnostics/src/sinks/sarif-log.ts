import type { Diagnostic, Fix, Place, Severity } from "../diagnostic.ts";
import { fingerprint, fingerprintKey } from "../fingerprint.ts";
import { inertText } from "../inert-text.ts";
import type { Range } from "../position.ts";
import type { CheckedFile } from "./checked-file.ts";
import type {
  SarifFix,
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifRegion,
  SarifResult,
  SarifRule,
} from "./sarif.ts";

/** What SARIF says about a code besides its findings. */
export interface SarifRuleText {
  /** One sentence. */
  readonly title: string;
  /** The page of the code, as Markdown. */
  readonly page: string;
}

/** What the log says besides the findings. */
export interface SarifOptions {
  /** The version of Statewright. */
  readonly version: string;
  /** The text about a code; nothing where there is none. */
  readonly rule: (code: string) => SarifRuleText | undefined;
}

/**
 * Findings as a SARIF 2.1.0 log with one run: what code scanning services and editors take.
 *
 * Lines and columns count from 1, in UTF-16 units. Each code that occurs is a rule with its page as help. A fix is
 * written where all its edits have a range.
 */
export function sarifLog(files: readonly CheckedFile[], options: SarifOptions): SarifLog {
  const found = files.flatMap(({ file, machine, diagnostics }) =>
    diagnostics.map((diagnostic) => ({ file, machine, diagnostic })),
  );
  const codes = [...new Set(found.map(({ diagnostic }) => diagnostic.code))].sort();
  const ruleIndex = new Map(codes.map((code, index) => [code, index]));
  const seen = new Map<string, number>();
  const results = found.map(({ file, machine, diagnostic }): SarifResult => {
    const key = fingerprintKey(fingerprint(diagnostic, machine));
    const occurrence = (seen.get(`${file}\n${key}`) ?? 0) + 1;
    seen.set(`${file}\n${key}`, occurrence);
    return result(diagnostic, file, ruleIndex.get(diagnostic.code) ?? 0, `${key}:${occurrence}`);
  });
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Statewright",
            version: options.version,
            rules: codes.map((code) => rule(code, options.rule(code))),
          },
        },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
}

const levels: Readonly<Record<Severity, SarifLevel>> = { error: "error", warning: "warning", hint: "note" };

function rule(code: string, text: SarifRuleText | undefined): SarifRule {
  if (text === undefined) return { id: code };
  const { title, page } = text;
  return { id: code, shortDescription: { text: title }, help: { text: page, markdown: page } };
}

function result(diagnostic: Diagnostic, input: string, ruleIndex: number, key: string): SarifResult {
  const {
    code,
    severity,
    message,
    why,
    help,
    related = [],
    fixes = [],
    pointer,
    emitted,
    state,
  } = diagnostic;
  const text = [message, why, help].filter((part) => part !== undefined).join(" ");
  const qualified = emitted?.pointer ?? pointer;
  const place = location(diagnostic, input);
  const changes = fixes.flatMap((fix) => sarifFix(fix, diagnostic.file ?? input));
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: sentence(text) },
    locations: [
      {
        // Code scanning needs a line: a finding about a whole file is shown at its first.
        physicalLocation: { region: { startLine: 1 }, ...place.physicalLocation },
        ...(qualified !== undefined && {
          logicalLocations: [
            {
              ...(state !== undefined && { name: sentence(state) }),
              fullyQualifiedName: qualified === "" ? "/" : sentence(qualified),
            },
          ],
        }),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => ({
        id: index + 1,
        message: { text: sentence(other.message) },
        ...location(other, input),
      })),
    }),
    ...(changes.length > 0 && { fixes: changes }),
    partialFingerprints: { "statewrightFinding/v1": key },
  };
}

function location({ file, range }: Place, input: string): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file ?? input) },
      ...(range && { region: region(range) }),
    },
  };
}

function sarifFix({ title, edits }: Fix, file: string): readonly SarifFix[] {
  const replacements = edits.flatMap(({ range, newText }) =>
    range === undefined ? [] : [{ deletedRegion: region(range), insertedContent: { text: newText } }],
  );
  if (replacements.length === 0 || replacements.length < edits.length) return [];
  const artifactChanges = [{ artifactLocation: { uri: uriOf(file) }, replacements }];
  return [{ description: { text: sentence(title) }, artifactChanges }];
}

function region({ start, end }: Range): SarifRegion {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** SARIF reads `[text](target)` in a message as a link: text from a definition must not make one. */
function sentence(text: string): string {
  return inertText(text).replaceAll("](", "] (");
}

/** A path as a URI: relative where the path is, so that it is seen from the root of the sources. */
function uriOf(file: string): string {
  const encoded = file
    .replace(/^(\.\/)+/, "")
    .split("/")
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, "\ufffd")));
  return `${file.startsWith("/") ? "file://" : ""}${encoded.join("/")}`;
}
