import { expect } from "vitest";
import { matchers, type StatewrightMatchers } from "./matchers.kernel.ts";

declare module "vitest" {
  // vitest's own declaration has this parameter with this default.
  interface Matchers<T = any> extends StatewrightMatchers<T> {}
}

expect.extend(matchers);
