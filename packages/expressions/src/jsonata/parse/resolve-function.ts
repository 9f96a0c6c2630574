import type { JsonataExpression } from "../expression.ts";
import { type Part, partOf, type Slot } from "./draft.ts";
import type { RawExpression } from "./raw-expression.ts";
import type { Resolver } from "./resolver.ts";

type RawFunction = RawExpression & { type: "call" | "partial" | "lambda" | "apply" };

/** Calls, lambdas and `~>`. A `%` cannot look out of a lambda, nor out of the sides of `~>`. */
export function resolveFunction(resolver: Resolver, raw: RawFunction): Part {
  const { span } = raw;
  switch (raw.type) {
    case "apply":
      return partOf({
        kind: "apply",
        left: resolver.expression(raw.left),
        right: resolver.expression(raw.right),
        span,
      });
    case "lambda": {
      const { parameters, signature } = raw;
      const body = resolver.expression(raw.body);
      return partOf({
        kind: "lambda",
        parameters,
        ...(signature !== undefined && { signature }),
        body,
        span,
      });
    }
    case "call": {
      const outer: { seeking: Slot[] } = { seeking: [] };
      const parts = raw.arguments.map((part) => resolver.inside(outer, part));
      const callee = resolver.expression(raw.callee);
      return { ...partOf({ kind: "call", callee, arguments: parts, span }), seeking: outer.seeking };
    }
    case "partial": {
      const outer: { seeking: Slot[] } = { seeking: [] };
      const parts = raw.arguments.map((part): JsonataExpression | { kind: "open"; span: typeof span } =>
        part.type === "open" ? { kind: "open", span: part.span } : resolver.inside(outer, part),
      );
      const callee = resolver.expression(raw.callee);
      return { ...partOf({ kind: "partial", callee, arguments: parts, span }), seeking: outer.seeking };
    }
  }
}
