import { addOperator } from "./add/facts.ts";
import { andOperator } from "./and/facts.ts";
import { applyOperator } from "./apply/facts.ts";
import { arrayOperator } from "./array/facts.ts";
import { bindOperator } from "./bind/facts.ts";
import { blockOperator } from "./block/facts.ts";
import { callOperator } from "./call/facts.ts";
import { concatenateOperator } from "./concatenate/facts.ts";
import { conditionOperator } from "./condition/facts.ts";
import { descendantsOperator } from "./descendants/facts.ts";
import { divideOperator } from "./divide/facts.ts";
import { equalOperator } from "./equal/facts.ts";
import { focusOperator } from "./focus/facts.ts";
import { greaterOperator } from "./greater/facts.ts";
import { greaterOrEqualOperator } from "./greater-or-equal/facts.ts";
import { groupOperator } from "./group/facts.ts";
import { inOperator } from "./in/facts.ts";
import { keepArrayOperator } from "./keep-array/facts.ts";
import { lambdaOperator } from "./lambda/facts.ts";
import { lessOperator } from "./less/facts.ts";
import { lessOrEqualOperator } from "./less-or-equal/facts.ts";
import { multiplyOperator } from "./multiply/facts.ts";
import { negateOperator } from "./negate/facts.ts";
import { notEqualOperator } from "./not-equal/facts.ts";
import { objectOperator } from "./object/facts.ts";
import type { OperatorFacts } from "./operator.ts";
import { orOperator } from "./or/facts.ts";
import { parentOperator } from "./parent/facts.ts";
import { partialOperator } from "./partial/facts.ts";
import { pathOperator } from "./path/facts.ts";
import { positionOperator } from "./position/facts.ts";
import { predicateOperator } from "./predicate/facts.ts";
import { rangeOperator } from "./range/facts.ts";
import { regexOperator } from "./regex/facts.ts";
import { remainderOperator } from "./remainder/facts.ts";
import { sortOperator } from "./sort/facts.ts";
import { subtractOperator } from "./subtract/facts.ts";
import { transformOperator } from "./transform/facts.ts";
import { wildcardOperator } from "./wildcard/facts.ts";

/** Every operator and every other form of the language: for hovers, completion and documentation. */
export const operatorFacts: readonly OperatorFacts[] = Object.freeze(
  [
    addOperator,
    subtractOperator,
    multiplyOperator,
    divideOperator,
    remainderOperator,
    concatenateOperator,
    equalOperator,
    notEqualOperator,
    lessOperator,
    lessOrEqualOperator,
    greaterOperator,
    greaterOrEqualOperator,
    inOperator,
    rangeOperator,
    andOperator,
    orOperator,
    negateOperator,
    pathOperator,
    predicateOperator,
    keepArrayOperator,
    sortOperator,
    groupOperator,
    focusOperator,
    positionOperator,
    parentOperator,
    wildcardOperator,
    descendantsOperator,
    arrayOperator,
    objectOperator,
    conditionOperator,
    blockOperator,
    bindOperator,
    callOperator,
    partialOperator,
    lambdaOperator,
    applyOperator,
    transformOperator,
    regexOperator,
  ].map((facts) => Object.freeze(facts)),
);
