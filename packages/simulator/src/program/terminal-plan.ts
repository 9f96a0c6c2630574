import type { CommonPlan, Setting } from "./plan-fields.ts";

export interface SucceedPlan extends CommonPlan {
  readonly type: "Succeed";
}

export interface FailPlan extends CommonPlan {
  readonly type: "Fail";
  readonly error?: Setting;
  readonly cause?: Setting;
}
