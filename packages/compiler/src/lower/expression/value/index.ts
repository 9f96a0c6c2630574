export { anyKind, kindNames, kinds, kindsOf, scalarKinds } from "./kinds.ts";
export { mayBeLong } from "./long-numbers.ts";
export {
  elementPart,
  fieldPart,
  isNotNegative,
  isWhole,
  itemPart,
  leastItems,
  ofKinds,
  type Part,
  partOf,
  withField,
} from "./shape-parts.ts";
export {
  type Absence,
  asElementOf,
  canBe,
  eitherAbsence,
  type Inside,
  insideOf,
  isOnly,
  isUnknown,
  kindsIn,
  marksOf,
  mayBeAbsent,
  type Value,
} from "./value.ts";
