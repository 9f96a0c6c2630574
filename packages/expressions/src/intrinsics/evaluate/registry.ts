import type { IntrinsicName } from "../intrinsic-function.ts";
import { array } from "./array.ts";
import { arrayContains } from "./array-contains.ts";
import { arrayGetItem } from "./array-get-item.ts";
import { arrayLength } from "./array-length.ts";
import { arrayPartition } from "./array-partition.ts";
import { arrayRange } from "./array-range.ts";
import { arrayUnique } from "./array-unique.ts";
import { base64Decode } from "./base64-decode.ts";
import { base64Encode } from "./base64-encode.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";
import { format } from "./format.ts";
import { hash } from "./hash.ts";
import { jsonMerge } from "./json-merge.ts";
import { jsonToString } from "./json-to-string.ts";
import { mathAdd } from "./math-add.ts";
import { mathRandom } from "./math-random.ts";
import { stringSplit } from "./string-split.ts";
import { stringToJson } from "./string-to-json.ts";
import { uuid } from "./uuid.ts";

/** What each function of the table does. */
export const intrinsicEvaluators: Readonly<Record<IntrinsicName, IntrinsicEvaluator>> = {
  "States.Format": format,
  "States.StringToJson": stringToJson,
  "States.JsonToString": jsonToString,
  "States.Array": array,
  "States.ArrayPartition": arrayPartition,
  "States.ArrayContains": arrayContains,
  "States.ArrayRange": arrayRange,
  "States.ArrayGetItem": arrayGetItem,
  "States.ArrayLength": arrayLength,
  "States.ArrayUnique": arrayUnique,
  "States.Base64Encode": base64Encode,
  "States.Base64Decode": base64Decode,
  "States.Hash": hash,
  "States.JsonMerge": jsonMerge,
  "States.MathRandom": mathRandom,
  "States.MathAdd": mathAdd,
  "States.StringSplit": stringSplit,
  "States.UUID": uuid,
};
