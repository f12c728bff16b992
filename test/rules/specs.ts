import type { Evidence } from "../../src/core/evidence.ts";
import type { Spec, SpecAnswer } from "../../src/core/spec.ts";
import { evidence, pullRequest } from "./evidence.ts";

/** The digest of the spec as it is now, and that of another one. */
export const NOW = "1".repeat(64);
export const THEN = "2".repeat(64);

/** Where the ticket of these specs is looked up. */
export const TASK = "tasks:TASK-7";

function spec(given: Partial<Spec> = {}): SpecAnswer {
  return {
    status: "found",
    spec: {
      ...{ remote: "tasks", id: "TASK-7", key: "TASK-7", title: "Log in", url: null },
      ...{ source: "path", path: "specs/7/spec.md", text: "# Log in", digest: NOW },
      ...given,
    },
  };
}

/** A pull request with one ticket's spec. */
export function withSpec(given: Partial<Evidence>, answer: SpecAnswer = spec()): Evidence {
  return evidence({ change: pullRequest(), specs: { [TASK]: answer }, lookups: {}, ...given });
}

/** What rules that compare specs answer where there is nothing to compare. */
export const NOTHING_TO_COMPARE = [
  { fear: "no spec is wanted", evidence: evidence({ change: pullRequest() }), codes: ["not-required"] },
  { fear: "no ticket counts", evidence: withSpec({ specs: {} }), codes: ["no-ticket"] },
  { fear: "one failure is told twice", evidence: withSpec({}, { status: "none" }), codes: ["no-spec"] },
  {
    fear: "what nobody could read passes",
    evidence: withSpec({}, { status: "unknown", detail: "no head" }),
    codes: ["spec-unknown"],
  },
] as const;
