// The testing kit with its matchers registered in vitest.
import "./testing/vitest.kernel.ts";

export * from "./testing.ts";
