import type { Evidence } from "../../src/core/evidence.ts";
import type { SpecAnswer } from "../../src/core/spec.ts";
import { commit, evidence, facts, found, pullRequest, reference, ticket } from "./evidence.ts";

/** A policy that asks for specs. */
export const REQUIRED = { required: true };

/** A pull request that names tickets, of whose first a spec is known. */
export function naming(answer: SpecAnswer | null, ids: readonly string[] = ["TASK-7"]): Evidence {
  const references = ids.map((id) => reference(id));
  const key = `${references[0]?.remote}:TASK-7`;
  const lookups = found(ticket("TASK-7"));
  const given = evidence({ change: pullRequest(commit()), facts: [facts()], references, lookups });
  return answer === null ? given : Object.create(given, { specs: { value: { [key]: answer } } });
}

/** A spec that is a file. */
export function spec(text: string): SpecAnswer {
  const at = { remote: ticket("TASK-7").remote, id: "TASK-7", key: "TASK-7", title: "", url: null } as const;
  const place = { source: "path", path: "specs/7/spec.md", digest: "0".repeat(64) } as const;
  return { status: "found", spec: { ...at, ...place, text } };
}

/** A spec without gaps. */
export const GOOD = spec(
  "# Limit log-ins\n\nCount failures for each address.\n\n## Acceptance Criteria\n\n- [ ] It counts",
);
