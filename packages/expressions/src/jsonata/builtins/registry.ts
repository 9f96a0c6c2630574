import { FunctionValue } from "../evaluate/function-value.ts";
import { parseSignature } from "../signature/parse-signature.ts";
import { builtinAbs } from "./abs.ts";
import { builtinAppend } from "./append.ts";
import { builtinAssert } from "./assert.ts";
import { builtinAverage } from "./average.ts";
import { builtinBase64decode } from "./base64decode.ts";
import { builtinBase64encode } from "./base64encode.ts";
import { builtinBoolean } from "./boolean.ts";
import type { Builtin } from "./builtin.ts";
import { builtinCeil } from "./ceil.ts";
import { builtinClone } from "./clone.ts";
import { builtinContains } from "./contains.ts";
import { builtinCount } from "./count.ts";
import { builtinDecodeUrl } from "./decode-url.ts";
import { builtinDecodeUrlComponent } from "./decode-url-component.ts";
import { builtinDistinct } from "./distinct.ts";
import { builtinEach } from "./each.ts";
import { builtinEncodeUrl } from "./encode-url.ts";
import { builtinEncodeUrlComponent } from "./encode-url-component.ts";
import { builtinError } from "./error.ts";
import { builtinEvaluateText } from "./eval.ts";
import { builtinExists } from "./exists.ts";
import { builtinFilter } from "./filter.ts";
import { builtinFloor } from "./floor.ts";
import { builtinFormatBase } from "./format-base.ts";
import { builtinFormatInteger } from "./format-integer.ts";
import { builtinFormatNumber } from "./format-number.ts";
import { builtinFromMillis } from "./from-millis.ts";
import { builtinHash } from "./hash.ts";
import { builtinJoin } from "./join.ts";
import { builtinKeys } from "./keys.ts";
import { builtinLength } from "./length.ts";
import { builtinLookup } from "./lookup.ts";
import { builtinLowercase } from "./lowercase.ts";
import { builtinMap } from "./map.ts";
import { builtinMatch } from "./match.ts";
import { builtinMax } from "./max.ts";
import { builtinMerge } from "./merge.ts";
import { builtinMillis } from "./millis.ts";
import { builtinMin } from "./min.ts";
import { builtinNot } from "./not.ts";
import { builtinNow } from "./now.ts";
import { builtinNumber } from "./number.ts";
import { builtinPad } from "./pad.ts";
import { builtinParse } from "./parse.ts";
import { builtinParseInteger } from "./parse-integer.ts";
import { builtinPartition } from "./partition.ts";
import { builtinPower } from "./power.ts";
import { builtinRandom } from "./random.ts";
import { builtinRange } from "./range.ts";
import { builtinReduce } from "./reduce.ts";
import { builtinReplace } from "./replace.ts";
import { builtinReverse } from "./reverse.ts";
import { builtinRound } from "./round.ts";
import { builtinSeededRandom } from "./seeded-random.ts";
import { builtinShuffle } from "./shuffle.ts";
import { builtinSift } from "./sift.ts";
import { builtinSingle } from "./single.ts";
import { builtinSort } from "./sort.ts";
import { builtinSplit } from "./split.ts";
import { builtinSpread } from "./spread.ts";
import { builtinSqrt } from "./sqrt.ts";
import { builtinString } from "./string.ts";
import { builtinSubstring } from "./substring.ts";
import { builtinSubstringAfter } from "./substring-after.ts";
import { builtinSubstringBefore } from "./substring-before.ts";
import { builtinSum } from "./sum.ts";
import { builtinToMillis } from "./to-millis.ts";
import { builtinTrim } from "./trim.ts";
import { builtinType } from "./type.ts";
import { builtinUppercase } from "./uppercase.ts";
import { builtinUuid } from "./uuid.ts";
import { builtinZip } from "./zip.ts";

/** Every built-in function of both dialects. */
export const builtins: readonly Builtin[] = Object.freeze(
  [
    builtinSum,
    builtinCount,
    builtinMax,
    builtinMin,
    builtinAverage,
    builtinString,
    builtinSubstring,
    builtinSubstringBefore,
    builtinSubstringAfter,
    builtinLowercase,
    builtinUppercase,
    builtinLength,
    builtinTrim,
    builtinPad,
    builtinMatch,
    builtinContains,
    builtinSplit,
    builtinJoin,
    builtinBase64encode,
    builtinBase64decode,
    builtinEncodeUrlComponent,
    builtinEncodeUrl,
    builtinDecodeUrlComponent,
    builtinDecodeUrl,
    builtinFormatBase,
    builtinNumber,
    builtinFloor,
    builtinCeil,
    builtinAbs,
    builtinRound,
    builtinSqrt,
    builtinPower,
    builtinRandom,
    builtinBoolean,
    builtinNot,
    builtinExists,
    builtinMap,
    builtinFilter,
    builtinSingle,
    builtinZip,
    builtinReduce,
    builtinSift,
    builtinEach,
    builtinKeys,
    builtinLookup,
    builtinAppend,
    builtinSpread,
    builtinMerge,
    builtinReverse,
    builtinError,
    builtinAssert,
    builtinType,
    builtinSort,
    builtinShuffle,
    builtinDistinct,
    builtinClone,
    builtinEvaluateText,
    builtinNow,
    builtinMillis,
    builtinFromMillis,
    builtinToMillis,
    builtinFormatInteger,
    builtinParseInteger,
    builtinFormatNumber,
    builtinReplace,
    builtinPartition,
    builtinRange,
    builtinHash,
    builtinSeededRandom,
    builtinUuid,
    builtinParse,
  ].map((builtin) => Object.freeze(builtin)),
);

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
    invoke: (args, site) => builtin.evaluate(args, site),
  });
}
