import type { Claim, CountedPlaces } from "../core/claims.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Evidence } from "../core/evidence.ts";
import { judgeCommits } from "../core/judge-commits.ts";
import { knownTickets } from "../core/known-ticket.ts";
import type { PolicySections } from "../core/law.ts";
import { defineRule } from "../core/rule.ts";
import { placesSchema } from "../core/terms.ts";
import { type LocalTask, localTasks } from "../core/upstreams.ts";
import { WEIGH_CODES, type Weighed, weigh } from "../core/weigh.ts";

interface Options {
  readonly authority: PolicySections["authority"];
  readonly in: CountedPlaces;
  readonly need: PolicySections["references"]["need"];
}

const OWN_CODES = {
  linked: { outcome: "pass", message: "{ticket} follows {upstream} of {remote}." },
  "of-tracker": { outcome: "pass", message: "{ticket} is itself a ticket of {remote}." },
  "no-upstream": {
    outcome: "fail",
    message: "{ticket} follows no ticket of a tracker.",
    fix: "Link the task with its ticket: golden-thread remote link TASK TICKET",
  },
  "foreign-upstream": {
    outcome: "fail",
    message: "{ticket} follows {upstream}, which no configured remote has.",
    fix: "Link the task with a ticket of a configured remote, or name its tracker under `remotes`.",
  },
  "not-asked": {
    outcome: "unknown",
    message: "What {ticket} follows was not read here.",
    fix: "Check the commits where task files are read: golden-thread check range",
  },
} as const;
const codes = {
  ...COMMIT_CODES,
  ...WEIGH_CODES,
  ...OWN_CODES,
  "authority-local": {
    outcome: "skip",
    message: "Local tasks authorise by themselves here (authority: local).",
  },
  "no-task": { outcome: "skip", message: "No local task is named that could follow a ticket." },
} as const;
type Code = keyof typeof codes;

export const taskHasUpstream = defineRule<Options, Code>({
  meta: {
    id: "task-has-upstream",
    title: "A local task follows a ticket",
    why: "A task file is written by whoever writes the code. Where a tracker has the last word, each task must say which ticket it is a part of, or the thread ends in the repository.",
    who: "whoever keeps the task",
    fix: "Link the task with its ticket: golden-thread remote link TASK TICKET",
    codes,
    on: ["commits", "pull-request"],
    default: true,
    needs: ["tickets"],
    fast: false,
    examples: [
      { text: "Fix the login (TASK-7), whose upstream is PROJ-7", code: "linked" },
      { text: "Fix the login (TASK-7), which names no upstream", code: "no-upstream" },
      { text: "Fix the login (TASK-7), with authority: local", code: "authority-local" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "ISO 27001:2022", id: "A.8.32" },
    ],
  },
  options: (z) =>
    z.strictObject({
      authority: z
        .enum(["local", "linked", "upstream"])
        .default("local")
        .describe("Who may tell that a ticket is authorised; as the policy's `authority`."),
      in: placesSchema(z),
      need: z
        .enum(["any", "all"])
        .default("any")
        .describe("Whether one task with a ticket is enough; as the policy's `references.need`."),
    }),
  from: ({ authority, references }) => ({ authority, in: references.in, need: references.need }),
  check: (evidence, options) =>
    judgeCommits<Code>(evidence, {
      places: options.in,
      judge: ({ about, claims }) => {
        if (options.authority === "local")
          return [{ outcome: "skip", code: "authority-local", about, args: {} }];
        const weighed = claims.flatMap((claim) => answerOf(claim, evidence));
        if (weighed.length === 0) return [{ outcome: "skip", code: "no-task", about, args: {} }];
        return weigh<keyof typeof OWN_CODES>(weighed, options.need, about);
      },
    }),
});

/** A ticket that is not known is ticket-exists's matter. */
function answerOf(claim: Claim, evidence: Evidence): readonly Weighed<keyof typeof OWN_CODES>[] {
  const tasks = localTasks([claim], evidence).map(ofTask);
  const worst = tasks.find(({ outcome }) => outcome !== "pass") ?? tasks[0];
  if (worst !== undefined) return [worst];
  const { status, tickets } = knownTickets(claim, evidence);
  return status === "found"
    ? [answer(claim, "of-tracker", { ticket: tickets[0]?.key ?? claim.written })]
    : [];
}

function ofTask({ claim, task, follows }: LocalTask): Weighed<keyof typeof OWN_CODES> {
  const ticket = task.key;
  if (follows === undefined) return answer(claim, "not-asked", { ticket });
  if (follows === null) return answer(claim, "no-upstream", { ticket });
  const { remote, id: upstream } = follows;
  if (remote === null) return answer(claim, "foreign-upstream", { ticket, upstream });
  return answer(claim, "linked", { ticket, upstream, remote });
}

function answer(
  claim: Claim,
  code: keyof typeof OWN_CODES,
  args: Weighed<Code>["args"],
): Weighed<keyof typeof OWN_CODES> {
  const { outcome } = OWN_CODES[code];
  return { claim, outcome, code, args: { remote: claim.remote, ...args }, grants: outcome === "pass" };
}
