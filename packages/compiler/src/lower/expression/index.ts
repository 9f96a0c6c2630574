export { isDeeperThan } from "./arrow-depth.ts";
export { type LoweredAssign, lowerAssignArrow } from "./assign.ts";
export { builtIns } from "./code/built-ins.ts";
export type { ScopeData } from "./emit/session.ts";
export {
  type ArrowPlace,
  type LoweredArrow,
  lowerConditionArrow,
  lowerTemplateArrow,
  lowerValueArrow,
  refusedExpression,
  textField,
  undefinedFinding,
} from "./template.ts";
