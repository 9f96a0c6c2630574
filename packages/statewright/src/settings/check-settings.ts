import { nearestName } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { isModule } from "../modules/load-workflows.ts";
import type { Settings } from "./settings.ts";

/** What is wrong with settings: where, what, and what to do. */
export interface SettingsFault {
  readonly message: string;
  readonly help: string;
}

const known = ["severity", "ignore", "modules", "target", "loading"];
/** Planned, and refused until they do something: a setting that is ignored misleads. */
const planned = ["folders", "region", "account", "constants", "aliases", "baseline"];
const codeForm = /^[a-z]+\/[a-z-]+$/;

/** Checks data that claims to be settings; nothing when all of it is understood. */
export function settingsFault(value: Json): SettingsFault | undefined {
  if (!isObject(value))
    return fault("The settings are no object.", "Export `defineConfig({ … })` as the default.");
  for (const key of Object.keys(value)) {
    if (known.includes(key) || key === "$schema") continue;
    if (planned.includes(key))
      return fault(`The setting \`${key}\` is planned and not read yet.`, "Leave it out.");
    const nearest = nearestName(key, known);
    return fault(
      `There is no setting \`${key}\`.`,
      nearest ? `Did you mean \`${nearest}\`?` : `There are: ${known.join(", ")}.`,
    );
  }
  return (
    severityFault(value.severity) ??
    ignoreFault(value.ignore) ??
    modulesFault(value.modules) ??
    targetFault(value.target) ??
    loadingFault(value.loading)
  );
}

/** Takes data that {@link settingsFault} found nothing wrong with as settings. */
export function asSettings(value: Json): Settings {
  return value as unknown as Settings;
}

function severityFault(value: Json | undefined): SettingsFault | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value))
    return fault("`severity` is no object.", 'Write `{ "data/unknown-field": "warning" }`.');
  const levels = ["error", "warning", "hint", "off"];
  for (const [code, level] of Object.entries(value)) {
    if (!codeForm.test(code)) return notCode(`severity["${code}"]`);
    if (typeof level !== "string" || !levels.includes(level)) {
      return fault(`\`severity["${code}"]\` is no severity.`, `Write one of: ${levels.join(", ")}.`);
    }
  }
  return undefined;
}

function ignoreFault(value: Json | undefined): SettingsFault | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return fault("`ignore` is no list.", "Write `[{ code, file, reason }]`.");
  for (const [index, entry] of value.entries()) {
    const at = `ignore[${index}]`;
    if (!isObject(entry)) return fault(`\`${at}\` is no object.`, "Write `{ code, file, reason }`.");
    for (const key of ["code", "file", "reason"]) {
      const part = Object.hasOwn(entry, key) ? entry[key] : undefined;
      if (typeof part !== "string" || part === "") {
        return fault(`\`${at}\` has no \`${key}\`.`, "Each ignore says `code`, `file` and `reason`.");
      }
    }
    if (!codeForm.test(String(entry.code))) return notCode(`${at}.code`);
    if (entry.pointer !== undefined && typeof entry.pointer !== "string") {
      return fault(`\`${at}.pointer\` is no text.`, 'Write it like "/States/Charge".');
    }
    const extra = Object.keys(entry).find((key) => !["code", "file", "reason", "pointer"].includes(key));
    if (extra !== undefined)
      return fault(`\`${at}\` cannot have \`${extra}\`.`, "It has code, file, pointer, reason.");
  }
  return undefined;
}

function modulesFault(value: Json | undefined): SettingsFault | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((module) => typeof module === "string" && isModule(module))) {
    return undefined;
  }
  return fault("`modules` is no list of modules.", 'Write their paths, like `["src/orders.ts"]`.');
}

function targetFault(value: Json | undefined): SettingsFault | undefined {
  if (value === undefined || value === "asl") return undefined;
  return fault(`\`target\` cannot be ${JSON.stringify(value)} yet.`, 'Write "asl", or leave it out.');
}

function loadingFault(value: Json | undefined): SettingsFault | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value)) return fault("`loading` is no object.", "Write `{ seconds: 10, megabytes: 1024 }`.");
  for (const [key, limit] of Object.entries(value)) {
    if (key !== "seconds" && key !== "megabytes") {
      return fault(`\`loading\` cannot have \`${key}\`.`, "It has seconds and megabytes.");
    }
    const sensible = typeof limit === "number" && Number.isFinite(limit) && limit > 0 && limit <= 100_000;
    if (!sensible) return fault(`\`loading.${key}\` is no positive number.`, "Write a number up to 100,000.");
  }
  return undefined;
}

function notCode(at: string): SettingsFault {
  return fault(`\`${at}\` is no code of a diagnostic.`, 'Write it like "data/unknown-field".');
}

function fault(message: string, help: string): SettingsFault {
  return { message, help };
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
