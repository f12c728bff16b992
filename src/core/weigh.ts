import type { Claim } from "./claims.ts";
import type { About, Finding } from "./finding.ts";

/** What one claim is worth to a rule. `grants` is true for a pass, and for a fail that only warns. */
export interface Weighed<Code extends string> {
  readonly claim: Claim;
  readonly outcome: "pass" | "fail" | "unknown";
  readonly code: Code;
  readonly args: Finding["args"];
  readonly grants: boolean;
  /** It leaves the answer to another claim, if there is one. */
  readonly defers?: boolean;
  /** The command that would settle it. */
  readonly fix?: readonly string[];
}

/** The code of a claim that another one made irrelevant. Rules that weigh spread it into their table. */
export const WEIGH_CODES = {
  "not-decisive": {
    outcome: "skip",
    message: "{ticket} does not count here ({reason}); another reference decides.",
  },
} as const;

/**
 * Folds claims by the policy's `need`. `any`: what grants settles it, else what is unknown, and the rest is recorded as
 * not decisive. `all`: every claim speaks, but one that is excused, or defers, is silent beside the others.
 */
export function weigh<Code extends string>(
  weighed: readonly Weighed<Code>[],
  need: "any" | "all",
  about: About,
): readonly Finding<Code | "not-decisive">[] {
  const decisive = need === "any" ? anyOf(weighed) : allOf(weighed);
  return weighed.map((one) => {
    const { claim, outcome, code, args } = one;
    const whom: About = { ...about, kind: "ticket", ticket: String(args.ticket ?? claim.written) };
    const fix = one.fix === undefined ? {} : { fix: one.fix };
    if (decisive.includes(one)) return { outcome, code, about: whom, args, ...fix };
    return {
      outcome: "skip",
      code: "not-decisive",
      about: whom,
      args: { ticket: claim.written, reason: code },
    };
  });
}

function anyOf<Code extends string>(weighed: readonly Weighed<Code>[]): readonly Weighed<Code>[] {
  const passes = weighed.filter(({ outcome }) => outcome === "pass");
  if (passes.length > 0) return passes;
  const grants = weighed.filter((one) => one.grants);
  if (grants.length > 0) return grants;
  const unknown = weighed.filter(({ outcome }) => outcome === "unknown");
  return unknown.length > 0 ? unknown : weighed;
}

function allOf<Code extends string>(weighed: readonly Weighed<Code>[]): readonly Weighed<Code>[] {
  const speaks = ({ claim, defers }: Weighed<Code>): boolean => !claim.excused && defers !== true;
  if (!weighed.some(speaks)) return weighed;
  return weighed.filter((one) => speaks(one) || one.outcome === "pass");
}
