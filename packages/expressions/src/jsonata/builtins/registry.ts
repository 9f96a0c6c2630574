import { FunctionValue } from "../evaluate/function-value.ts";
import { isList, type Value } from "../evaluate/value.ts";
import { parseSignature } from "../signature/parse-signature.ts";
import { evaluateAbs } from "./abs/evaluate.ts";
import { absFacts } from "./abs/facts.ts";
import { evaluateAppend } from "./append/evaluate.ts";
import { appendFacts } from "./append/facts.ts";
import { evaluateAssert } from "./assert/evaluate.ts";
import { assertFacts } from "./assert/facts.ts";
import { evaluateAverage } from "./average/evaluate.ts";
import { averageFacts } from "./average/facts.ts";
import { evaluateBase64decode } from "./base64decode/evaluate.ts";
import { base64decodeFacts } from "./base64decode/facts.ts";
import { evaluateBase64encode } from "./base64encode/evaluate.ts";
import { base64encodeFacts } from "./base64encode/facts.ts";
import { evaluateBoolean } from "./boolean/evaluate.ts";
import { booleanFacts } from "./boolean/facts.ts";
import type { Builtin, EvaluateBuiltin } from "./builtin.ts";
import { evaluateCeil } from "./ceil/evaluate.ts";
import { ceilFacts } from "./ceil/facts.ts";
import { evaluateClone } from "./clone/evaluate.ts";
import { cloneFacts } from "./clone/facts.ts";
import { evaluateContains } from "./contains/evaluate.ts";
import { containsFacts } from "./contains/facts.ts";
import { evaluateCount } from "./count/evaluate.ts";
import { countFacts } from "./count/facts.ts";
import { evaluateDecodeUrl } from "./decode-url/evaluate.ts";
import { decodeUrlFacts } from "./decode-url/facts.ts";
import { evaluateDecodeUrlComponent } from "./decode-url-component/evaluate.ts";
import { decodeUrlComponentFacts } from "./decode-url-component/facts.ts";
import { evaluateDistinct } from "./distinct/evaluate.ts";
import { distinctFacts } from "./distinct/facts.ts";
import { evaluateEach } from "./each/evaluate.ts";
import { eachFacts } from "./each/facts.ts";
import { evaluateEncodeUrl } from "./encode-url/evaluate.ts";
import { encodeUrlFacts } from "./encode-url/facts.ts";
import { evaluateEncodeUrlComponent } from "./encode-url-component/evaluate.ts";
import { encodeUrlComponentFacts } from "./encode-url-component/facts.ts";
import { evaluateError } from "./error/evaluate.ts";
import { errorFacts } from "./error/facts.ts";
import { evaluateEvaluateText } from "./eval/evaluate.ts";
import { evaluateTextFacts } from "./eval/facts.ts";
import { evaluateExists } from "./exists/evaluate.ts";
import { existsFacts } from "./exists/facts.ts";
import type { BuiltinFacts } from "./facts.ts";
import { evaluateFilter } from "./filter/evaluate.ts";
import { filterFacts } from "./filter/facts.ts";
import { evaluateFloor } from "./floor/evaluate.ts";
import { floorFacts } from "./floor/facts.ts";
import { evaluateFormatBase } from "./format-base/evaluate.ts";
import { formatBaseFacts } from "./format-base/facts.ts";
import { evaluateFormatInteger } from "./format-integer/evaluate.ts";
import { formatIntegerFacts } from "./format-integer/facts.ts";
import { evaluateFormatNumber } from "./format-number/evaluate.ts";
import { formatNumberFacts } from "./format-number/facts.ts";
import { evaluateFromMillis } from "./from-millis/evaluate.ts";
import { fromMillisFacts } from "./from-millis/facts.ts";
import { evaluateHash } from "./hash/evaluate.ts";
import { hashFacts } from "./hash/facts.ts";
import { evaluateJoin } from "./join/evaluate.ts";
import { joinFacts } from "./join/facts.ts";
import { evaluateKeys } from "./keys/evaluate.ts";
import { keysFacts } from "./keys/facts.ts";
import { evaluateLength } from "./length/evaluate.ts";
import { lengthFacts } from "./length/facts.ts";
import { evaluateLookup } from "./lookup/evaluate.ts";
import { lookupFacts } from "./lookup/facts.ts";
import { evaluateLowercase } from "./lowercase/evaluate.ts";
import { lowercaseFacts } from "./lowercase/facts.ts";
import { evaluateMap } from "./map/evaluate.ts";
import { mapFacts } from "./map/facts.ts";
import { evaluateMatch } from "./match/evaluate.ts";
import { matchFacts } from "./match/facts.ts";
import { evaluateMax } from "./max/evaluate.ts";
import { maxFacts } from "./max/facts.ts";
import { evaluateMerge } from "./merge/evaluate.ts";
import { mergeFacts } from "./merge/facts.ts";
import { evaluateMillis } from "./millis/evaluate.ts";
import { millisFacts } from "./millis/facts.ts";
import { evaluateMin } from "./min/evaluate.ts";
import { minFacts } from "./min/facts.ts";
import { evaluateNot } from "./not/evaluate.ts";
import { notFacts } from "./not/facts.ts";
import { evaluateNow } from "./now/evaluate.ts";
import { nowFacts } from "./now/facts.ts";
import { evaluateNumber } from "./number/evaluate.ts";
import { numberFacts } from "./number/facts.ts";
import { evaluatePad } from "./pad/evaluate.ts";
import { padFacts } from "./pad/facts.ts";
import { evaluateParse } from "./parse/evaluate.ts";
import { parseFacts } from "./parse/facts.ts";
import { evaluateParseInteger } from "./parse-integer/evaluate.ts";
import { parseIntegerFacts } from "./parse-integer/facts.ts";
import { evaluatePartition } from "./partition/evaluate.ts";
import { partitionFacts } from "./partition/facts.ts";
import { evaluatePower } from "./power/evaluate.ts";
import { powerFacts } from "./power/facts.ts";
import { evaluateRandom } from "./random/evaluate.ts";
import { randomFacts } from "./random/facts.ts";
import { evaluateRange } from "./range/evaluate.ts";
import { rangeFacts } from "./range/facts.ts";
import { evaluateReduce } from "./reduce/evaluate.ts";
import { reduceFacts } from "./reduce/facts.ts";
import { evaluateReplace } from "./replace/evaluate.ts";
import { replaceFacts } from "./replace/facts.ts";
import { evaluateReverse } from "./reverse/evaluate.ts";
import { reverseFacts } from "./reverse/facts.ts";
import { evaluateRound } from "./round/evaluate.ts";
import { roundFacts } from "./round/facts.ts";
import { evaluateSeededRandom } from "./seeded-random/evaluate.ts";
import { seededRandomFacts } from "./seeded-random/facts.ts";
import { evaluateShuffle } from "./shuffle/evaluate.ts";
import { shuffleFacts } from "./shuffle/facts.ts";
import { evaluateSift } from "./sift/evaluate.ts";
import { siftFacts } from "./sift/facts.ts";
import { evaluateSingle } from "./single/evaluate.ts";
import { singleFacts } from "./single/facts.ts";
import { evaluateSort } from "./sort/evaluate.ts";
import { sortFacts } from "./sort/facts.ts";
import { evaluateSplit } from "./split/evaluate.ts";
import { splitFacts } from "./split/facts.ts";
import { evaluateSpread } from "./spread/evaluate.ts";
import { spreadFacts } from "./spread/facts.ts";
import { evaluateSqrt } from "./sqrt/evaluate.ts";
import { sqrtFacts } from "./sqrt/facts.ts";
import { evaluateString } from "./string/evaluate.ts";
import { stringFacts } from "./string/facts.ts";
import { evaluateSubstring } from "./substring/evaluate.ts";
import { substringFacts } from "./substring/facts.ts";
import { evaluateSubstringAfter } from "./substring-after/evaluate.ts";
import { substringAfterFacts } from "./substring-after/facts.ts";
import { evaluateSubstringBefore } from "./substring-before/evaluate.ts";
import { substringBeforeFacts } from "./substring-before/facts.ts";
import { evaluateSum } from "./sum/evaluate.ts";
import { sumFacts } from "./sum/facts.ts";
import { evaluateToMillis } from "./to-millis/evaluate.ts";
import { toMillisFacts } from "./to-millis/facts.ts";
import { evaluateTrim } from "./trim/evaluate.ts";
import { trimFacts } from "./trim/facts.ts";
import { evaluateType } from "./type/evaluate.ts";
import { typeFacts } from "./type/facts.ts";
import { evaluateUppercase } from "./uppercase/evaluate.ts";
import { uppercaseFacts } from "./uppercase/facts.ts";
import { evaluateUuid } from "./uuid/evaluate.ts";
import { uuidFacts } from "./uuid/facts.ts";
import { evaluateZip } from "./zip/evaluate.ts";
import { zipFacts } from "./zip/facts.ts";

/** Every built-in function of both dialects. */
export const builtins: readonly Builtin[] = Object.freeze([
  builtin(sumFacts, evaluateSum),
  builtin(countFacts, evaluateCount),
  builtin(maxFacts, evaluateMax),
  builtin(minFacts, evaluateMin),
  builtin(averageFacts, evaluateAverage),
  builtin(stringFacts, evaluateString),
  builtin(substringFacts, evaluateSubstring),
  builtin(substringBeforeFacts, evaluateSubstringBefore),
  builtin(substringAfterFacts, evaluateSubstringAfter),
  builtin(lowercaseFacts, evaluateLowercase),
  builtin(uppercaseFacts, evaluateUppercase),
  builtin(lengthFacts, evaluateLength),
  builtin(trimFacts, evaluateTrim),
  builtin(padFacts, evaluatePad),
  builtin(matchFacts, evaluateMatch),
  builtin(containsFacts, evaluateContains),
  builtin(splitFacts, evaluateSplit),
  builtin(joinFacts, evaluateJoin),
  builtin(base64encodeFacts, evaluateBase64encode),
  builtin(base64decodeFacts, evaluateBase64decode),
  builtin(encodeUrlComponentFacts, evaluateEncodeUrlComponent),
  builtin(encodeUrlFacts, evaluateEncodeUrl),
  builtin(decodeUrlComponentFacts, evaluateDecodeUrlComponent),
  builtin(decodeUrlFacts, evaluateDecodeUrl),
  builtin(formatBaseFacts, evaluateFormatBase),
  builtin(numberFacts, evaluateNumber),
  builtin(floorFacts, evaluateFloor),
  builtin(ceilFacts, evaluateCeil),
  builtin(absFacts, evaluateAbs),
  builtin(roundFacts, evaluateRound),
  builtin(sqrtFacts, evaluateSqrt),
  builtin(powerFacts, evaluatePower),
  builtin(randomFacts, evaluateRandom),
  builtin(booleanFacts, evaluateBoolean),
  builtin(notFacts, evaluateNot),
  builtin(existsFacts, evaluateExists),
  builtin(mapFacts, evaluateMap),
  builtin(filterFacts, evaluateFilter),
  builtin(singleFacts, evaluateSingle),
  builtin(zipFacts, evaluateZip),
  builtin(reduceFacts, evaluateReduce),
  builtin(siftFacts, evaluateSift),
  builtin(eachFacts, evaluateEach),
  builtin(keysFacts, evaluateKeys),
  builtin(lookupFacts, evaluateLookup),
  builtin(appendFacts, evaluateAppend),
  builtin(spreadFacts, evaluateSpread),
  builtin(mergeFacts, evaluateMerge),
  builtin(reverseFacts, evaluateReverse),
  builtin(errorFacts, evaluateError),
  builtin(assertFacts, evaluateAssert),
  builtin(typeFacts, evaluateType),
  builtin(sortFacts, evaluateSort),
  builtin(shuffleFacts, evaluateShuffle),
  builtin(distinctFacts, evaluateDistinct),
  builtin(cloneFacts, evaluateClone),
  builtin(evaluateTextFacts, evaluateEvaluateText),
  builtin(nowFacts, evaluateNow),
  builtin(millisFacts, evaluateMillis),
  builtin(fromMillisFacts, evaluateFromMillis),
  builtin(toMillisFacts, evaluateToMillis),
  builtin(formatIntegerFacts, evaluateFormatInteger),
  builtin(parseIntegerFacts, evaluateParseInteger),
  builtin(formatNumberFacts, evaluateFormatNumber),
  builtin(replaceFacts, evaluateReplace),
  builtin(partitionFacts, evaluatePartition),
  builtin(rangeFacts, evaluateRange),
  builtin(hashFacts, evaluateHash),
  builtin(seededRandomFacts, evaluateSeededRandom),
  builtin(uuidFacts, evaluateUuid),
  builtin(parseFacts, evaluateParse),
]);

function builtin(facts: BuiltinFacts, evaluate: EvaluateBuiltin): Builtin {
  return Object.freeze({ ...facts, evaluate });
}

/** The built-in `name` as a value that an expression can call. */
export function builtinNamed(name: string, dialect: "aws" | "plain"): FunctionValue | undefined {
  return functionsOf[dialect].get(name);
}

const functionsOf = { aws: functionsIn("aws"), plain: functionsIn("plain") };

function functionsIn(dialect: "aws" | "plain"): ReadonlyMap<string, FunctionValue> {
  const known = builtins.filter((builtin) => (builtin.only ?? dialect) === dialect);
  return new Map(known.map((builtin) => [builtin.name, functionOf(builtin)]));
}

function functionOf(builtin: Builtin): FunctionValue {
  const { signature } = parseSignature(builtin.signature);
  return new FunctionValue({
    arity: builtin.arity,
    ...(signature && { signature }),
    native: true,
    ...(builtin.partial === false && { partial: false }),
    invoke(args, site) {
      site.frame.run.meter.step(sizeOf(args) / unitsPerStep);
      return builtin.evaluate(args, site);
    },
  });
}

/** What a function has to look at takes time, also where it makes nothing: characters and items. */
function sizeOf(args: readonly Value[]): number {
  let size = 0;
  for (const value of args) if (typeof value === "string" || isList(value)) size += value.length;
  return size;
}

/** Characters or items that take about as long as visiting one item of a path. */
const unitsPerStep = 64;
