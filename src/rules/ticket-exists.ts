import type { Claim, CountedPlaces } from "../core/claims.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Evidence } from "../core/evidence.ts";
import { judgeCommits } from "../core/judge-commits.ts";
import { knownTickets } from "../core/known-ticket.ts";
import type { PolicySections } from "../core/law.ts";
import { defineRule } from "../core/rule.ts";
import { placesSchema } from "../core/terms.ts";
import type { Lookup } from "../core/ticket.ts";
import { WEIGH_CODES, type Weighed, weigh } from "../core/weigh.ts";

interface Options {
  readonly in: CountedPlaces;
  readonly need: PolicySections["references"]["need"];
}

const codes = {
  ...COMMIT_CODES,
  ...WEIGH_CODES,
  found: { outcome: "pass", message: "{ticket} exists in {remote}." },
  claimed: { outcome: "pass", message: "{ticket} exists, so far in this change alone." },
  moved: { outcome: "pass", message: "{ticket} exists in {remote}; {from} is where it was before." },
  "no-ticket": {
    outcome: "fail",
    message: "{ticket} is no ticket of {remote}: {detail}.",
    fix: "Name the ticket that the work is done under.",
  },
  absent: {
    outcome: "fail",
    message: "{ticket} does not exist in {remote}.",
    fix: "Check the id for a slip, or create the ticket first.",
  },
  forbidden: {
    outcome: "fail",
    message: "{remote} refuses to show {ticket}: {detail}",
    fix: "Refer to a ticket that this project may see, or ask for access to this one.",
  },
  credentials: {
    outcome: "unknown",
    message: "Whether {ticket} exists is not known, since {remote} can't be asked: {detail}",
    fix: "Give golden-thread a token for this remote, and see what it may do: golden-thread remote check",
  },
  unavailable: {
    outcome: "unknown",
    message: "Whether {ticket} exists is not known: {detail}",
    fix: "Try again when the tracker answers (golden-thread remote check), or mend the task file that is named here.",
  },
  "no-reference": { outcome: "skip", message: "No ticket is named." },
} as const;
type Code = keyof typeof codes;
type Existence = Lookup["status"] | "moved" | "no-ticket";

export const ticketExists = defineRule<Options, Code>({
  meta: {
    id: "ticket-exists",
    title: "The named ticket exists",
    why: "Anybody can type something that looks like a ticket. Only a tracker, or a task file on a trusted branch, can say that there is one.",
    who: "the commit's author, in its message; whoever may create tickets",
    fix: "Name a ticket that exists.",
    mends: "message",
    codes,
    on: ["commit-message", "commits", "pull-request"],
    default: true,
    needs: ["tickets"],
    fast: true,
    examples: [
      { text: "Fix the login (TASK-7), where TASK-7 is a task", code: "found" },
      { text: "Fix the login (TASK-999), where there is none", code: "absent" },
      { text: "Fix the login (PROJ-7), while the tracker is down", code: "unavailable" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "ISO 27001:2022", id: "A.8.32" },
      { framework: "NIST CSF 2.0", id: "ID.RA-07" },
    ],
  },
  options: (z) =>
    z.strictObject({
      in: placesSchema(z),
      need: z
        .enum(["any", "all"])
        .default("any")
        .describe("Whether one reference is enough; as the policy's `references.need`."),
    }),
  from: ({ references }) => ({ in: references.in, need: references.need }),
  check: (evidence, options) =>
    judgeCommits(evidence, {
      places: options.in,
      judge: ({ about, claims }) => {
        if (claims.length === 0) return [{ outcome: "skip", code: "no-reference", about, args: {} }];
        return weigh(
          claims.map((claim) => existence(claim, evidence)),
          options.need,
          about,
        );
      },
    }),
});

function existence(claim: Claim, evidence: Evidence): Weighed<Code> {
  const { status, tickets, detail, fix, isChange } = knownTickets(claim, evidence);
  const code = existenceCode(status, tickets[0]?.movedFrom ?? null, detail);
  const { outcome } = codes[code];
  const args = {
    ticket: tickets[0]?.key ?? claim.written,
    remote: claim.remote,
    ...(detail === "" ? {} : { detail }),
    ...(code === "moved" ? { from: claim.written } : {}),
  };
  return {
    claim,
    outcome,
    code,
    args,
    grants: outcome === "pass",
    defers: isChange,
    ...(fix === null ? {} : { fix }),
  };
}

function existenceCode(status: Lookup["status"], movedFrom: string | null, detail: string): Existence {
  if (status === "absent" && detail !== "") return "no-ticket";
  return status === "found" && movedFrom !== null ? "moved" : status;
}
