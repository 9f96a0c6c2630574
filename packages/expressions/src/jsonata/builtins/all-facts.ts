import { absFacts } from "./abs/facts.ts";
import { appendFacts } from "./append/facts.ts";
import { assertFacts } from "./assert/facts.ts";
import { averageFacts } from "./average/facts.ts";
import { base64decodeFacts } from "./base64decode/facts.ts";
import { base64encodeFacts } from "./base64encode/facts.ts";
import { booleanFacts } from "./boolean/facts.ts";
import { ceilFacts } from "./ceil/facts.ts";
import { cloneFacts } from "./clone/facts.ts";
import { containsFacts } from "./contains/facts.ts";
import { countFacts } from "./count/facts.ts";
import { decodeUrlFacts } from "./decode-url/facts.ts";
import { decodeUrlComponentFacts } from "./decode-url-component/facts.ts";
import { distinctFacts } from "./distinct/facts.ts";
import { eachFacts } from "./each/facts.ts";
import { encodeUrlFacts } from "./encode-url/facts.ts";
import { encodeUrlComponentFacts } from "./encode-url-component/facts.ts";
import { errorFacts } from "./error/facts.ts";
import { evaluateTextFacts } from "./eval/facts.ts";
import { existsFacts } from "./exists/facts.ts";
import type { BuiltinFacts } from "./facts.ts";
import { filterFacts } from "./filter/facts.ts";
import { floorFacts } from "./floor/facts.ts";
import { formatBaseFacts } from "./format-base/facts.ts";
import { formatIntegerFacts } from "./format-integer/facts.ts";
import { formatNumberFacts } from "./format-number/facts.ts";
import { fromMillisFacts } from "./from-millis/facts.ts";
import { hashFacts } from "./hash/facts.ts";
import { joinFacts } from "./join/facts.ts";
import { keysFacts } from "./keys/facts.ts";
import { lengthFacts } from "./length/facts.ts";
import { lookupFacts } from "./lookup/facts.ts";
import { lowercaseFacts } from "./lowercase/facts.ts";
import { mapFacts } from "./map/facts.ts";
import { matchFacts } from "./match/facts.ts";
import { maxFacts } from "./max/facts.ts";
import { mergeFacts } from "./merge/facts.ts";
import { millisFacts } from "./millis/facts.ts";
import { minFacts } from "./min/facts.ts";
import { notFacts } from "./not/facts.ts";
import { nowFacts } from "./now/facts.ts";
import { numberFacts } from "./number/facts.ts";
import { padFacts } from "./pad/facts.ts";
import { parseFacts } from "./parse/facts.ts";
import { parseIntegerFacts } from "./parse-integer/facts.ts";
import { partitionFacts } from "./partition/facts.ts";
import { powerFacts } from "./power/facts.ts";
import { randomFacts } from "./random/facts.ts";
import { rangeFacts } from "./range/facts.ts";
import { reduceFacts } from "./reduce/facts.ts";
import { replaceFacts } from "./replace/facts.ts";
import { reverseFacts } from "./reverse/facts.ts";
import { roundFacts } from "./round/facts.ts";
import { seededRandomFacts } from "./seeded-random/facts.ts";
import { shuffleFacts } from "./shuffle/facts.ts";
import { siftFacts } from "./sift/facts.ts";
import { singleFacts } from "./single/facts.ts";
import { sortFacts } from "./sort/facts.ts";
import { splitFacts } from "./split/facts.ts";
import { spreadFacts } from "./spread/facts.ts";
import { sqrtFacts } from "./sqrt/facts.ts";
import { stringFacts } from "./string/facts.ts";
import { substringFacts } from "./substring/facts.ts";
import { substringAfterFacts } from "./substring-after/facts.ts";
import { substringBeforeFacts } from "./substring-before/facts.ts";
import { sumFacts } from "./sum/facts.ts";
import { toMillisFacts } from "./to-millis/facts.ts";
import { trimFacts } from "./trim/facts.ts";
import { typeFacts } from "./type/facts.ts";
import { uppercaseFacts } from "./uppercase/facts.ts";
import { uuidFacts } from "./uuid/facts.ts";
import { zipFacts } from "./zip/facts.ts";

/** Every built-in function of both dialects, without what it does: for hovers, completion, types and documentation. */
export const builtinFacts: readonly BuiltinFacts[] = Object.freeze(
  [
    sumFacts,
    countFacts,
    maxFacts,
    minFacts,
    averageFacts,
    stringFacts,
    substringFacts,
    substringBeforeFacts,
    substringAfterFacts,
    lowercaseFacts,
    uppercaseFacts,
    lengthFacts,
    trimFacts,
    padFacts,
    matchFacts,
    containsFacts,
    splitFacts,
    joinFacts,
    base64encodeFacts,
    base64decodeFacts,
    encodeUrlComponentFacts,
    encodeUrlFacts,
    decodeUrlComponentFacts,
    decodeUrlFacts,
    formatBaseFacts,
    numberFacts,
    floorFacts,
    ceilFacts,
    absFacts,
    roundFacts,
    sqrtFacts,
    powerFacts,
    randomFacts,
    booleanFacts,
    notFacts,
    existsFacts,
    mapFacts,
    filterFacts,
    singleFacts,
    zipFacts,
    reduceFacts,
    siftFacts,
    eachFacts,
    keysFacts,
    lookupFacts,
    appendFacts,
    spreadFacts,
    mergeFacts,
    reverseFacts,
    errorFacts,
    assertFacts,
    typeFacts,
    sortFacts,
    shuffleFacts,
    distinctFacts,
    cloneFacts,
    evaluateTextFacts,
    nowFacts,
    millisFacts,
    fromMillisFacts,
    toMillisFacts,
    formatIntegerFacts,
    parseIntegerFacts,
    formatNumberFacts,
    replaceFacts,
    partitionFacts,
    rangeFacts,
    hashFacts,
    seededRandomFacts,
    uuidFacts,
    parseFacts,
  ].map((facts) => Object.freeze(facts)),
);
