import type { Evidence } from "./evidence.ts";
import type { About, Finding } from "./finding.ts";
import type { Spec } from "./spec.ts";

/** A spec that was found, and whose it is. */
export interface TicketSpec {
  /** Its look-up key. */
  readonly at: string;
  readonly spec: Spec;
  readonly about: About;
}

/** Codes of rules that compare specs with something; where there is none they leave it to spec-present. */
export const SPEC_CODES = {
  "not-required": { outcome: "skip", message: "The policy asks for no spec." },
  "no-ticket": { outcome: "skip", message: "No ticket is known that could have a spec." },
  "no-spec": { outcome: "skip", message: "{ticket} has no spec that could be compared." },
  "spec-unknown": {
    outcome: "unknown",
    message: "The spec of {ticket} is not known: {detail}",
    fix: "See what spec-present says of it, and check again.",
  },
} as const;

/** As much of a digest as tells two apart at a glance. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 12);
}

/** Asks one question of every spec; what is no spec is answered here. */
export function judgeSpecs<Code extends string>(
  { specs }: Evidence,
  judge: (one: TicketSpec) => readonly Finding<Code>[],
): readonly Finding<Code | keyof typeof SPEC_CODES>[] {
  const about: About = { kind: "change" };
  if (specs === undefined) return [{ outcome: "skip", code: "not-required", about, args: {} }];
  const all = Object.entries(specs);
  if (all.length === 0) return [{ outcome: "skip", code: "no-ticket", about, args: {} }];
  return all.flatMap(([at, answer]): readonly Finding<Code | keyof typeof SPEC_CODES>[] => {
    if (answer.status === "found") {
      const { spec } = answer;
      return judge({ at, spec, about: { kind: "ticket", ticket: spec.key } });
    }
    const ticket = at.slice(at.indexOf(":") + 1);
    const whose: About = { kind: "ticket", ticket };
    if (answer.status !== "unknown")
      return [{ outcome: "skip", code: "no-spec", about: whose, args: { ticket } }];
    const { detail } = answer;
    return [{ outcome: "unknown", code: "spec-unknown", about: whose, args: { ticket, detail } }];
  });
}
