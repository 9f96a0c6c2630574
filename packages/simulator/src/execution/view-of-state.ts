import type { Draft } from "./draft.ts";
import type { Thread } from "./part.ts";
import type { View } from "./view.ts";

/** What the fields of a state see when it runs; `data` is `$` of a JSONPath field. */
export function viewOf(
  draft: Draft,
  thread: Thread,
  plan: { readonly type: string },
  more?: Partial<View>,
): View {
  const retryCount = plan.type === "Task" || plan.type === "Map" || plan.type === "Parallel";
  const { input } = thread;
  const view: View = { draft, thread, retryCount, input, data: input };
  return more === undefined ? view : { ...view, ...more };
}
