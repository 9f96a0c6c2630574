import { stringShape } from "@statewright/json-types";
import { call } from "../code/code.ts";
import { shapedValue } from "../emit/results.ts";
import { presentText } from "../methods/text-argument.ts";
import { argumentNode, type GlobalLowering } from "./global-call.ts";

/** A function of one text, which JSONata has under a name of its own. */
const ofText =
  (name: string): GlobalLowering =>
  (invocation) =>
    shapedValue(
      call(name, presentText(argumentNode(invocation, 0), invocation.node, invocation.scope).code),
      stringShape(),
    );

export const textFunctions: Readonly<Record<string, GlobalLowering>> = {
  encodeURIComponent: ofText("encodeUrlComponent"),
  decodeURIComponent: ofText("decodeUrlComponent"),
  encodeURI: ofText("encodeUrl"),
  decodeURI: ofText("decodeUrl"),
};
