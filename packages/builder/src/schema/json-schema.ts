import type { StandardJSONSchemaV1 } from "@standard-schema/spec";
import type { Diagnostic } from "@statewright/diagnostics";
import type { Json, JsonSchema } from "@statewright/json-types";
import { unusableSchema } from "../diagnostics.ts";

/** A schema's JSON Schema, or what keeps it from having one. Neither for no schema. */
export interface SchemaForm {
  readonly schema?: JsonSchema;
  readonly problem?: Diagnostic;
}

/** The JSON Schema of what is sent: the input side of a Standard Schema, or JSON Schema itself. */
export function jsonSchemaOf(given: unknown): SchemaForm {
  if (given === undefined) return {};
  if (typeof given === "boolean") return { schema: given };
  if ((typeof given !== "object" && typeof given !== "function") || given === null) {
    return refused("given", `It is a ${typeof given}.`);
  }
  if (!("~standard" in given)) return plainSchema(given, "given");
  const standard = given["~standard"] as Partial<StandardJSONSchemaV1.Props> | undefined;
  const vendor = typeof standard?.vendor === "string" ? standard.vendor : "given";
  if (typeof standard?.jsonSchema?.input !== "function") {
    return refused(vendor, "It follows Standard Schema, but not Standard JSON Schema.");
  }
  try {
    return plainSchema(standard.jsonSchema.input({ target: "draft-2020-12" }), vendor);
  } catch (error) {
    return refused(vendor, error instanceof Error ? error.message : String(error));
  }
}

/** A copy as plain data. */
function plainSchema(schema: unknown, vendor: string): SchemaForm {
  try {
    const copy: unknown = JSON.parse(JSON.stringify(schema));
    if (typeof copy === "boolean") return { schema: copy };
    if (typeof copy !== "object" || copy === null || Array.isArray(copy)) {
      return refused(vendor, "A JSON Schema is an object, `true` or `false`.");
    }
    const { $schema: _, ...rest } = copy as { readonly [key: string]: Json };
    return { schema: rest };
  } catch (error) {
    const isDeep = error instanceof RangeError;
    return refused(vendor, isDeep ? "It is nested too deeply." : String(error));
  }
}

function refused(vendor: string, reason: string): SchemaForm {
  return { problem: unusableSchema.at({}, { vendor, reason }) };
}
