import type { Law } from "../core/law.ts";
import { isOn } from "../core/scope.ts";

/** Paths cost git several times what messages do, so they are asked for only where the law looks at them. */
export function needsPaths(law: Law): boolean {
  return law.scopes.length > 0 || [...PATH_RULES].some((id) => isOn(law.rules[id]));
}

const PATH_RULES = new Set([
  "paths-in-scope",
  "change-size",
  "policy-change-authorised",
  "completed-task-has-commit",
  "task-wellformed",
]);
