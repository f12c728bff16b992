import type { CountedPlaces } from "../core/claims.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import { milliseconds } from "../core/duration.ts";
import type { About, Finding } from "../core/finding.ts";
import { judgeCommits } from "../core/judge-commits.ts";
import { defineRule } from "../core/rule.ts";
import { placesSchema } from "../core/terms.ts";
import { secondsOf } from "../core/time.ts";
import { type LocalTask, localTasks } from "../core/upstreams.ts";

interface Options {
  readonly in: CountedPlaces;
  readonly max_age: string;
}

const codes = {
  ...COMMIT_CODES,
  fresh: { outcome: "pass", message: "{ticket} was synchronised with {upstream} at {at}." },
  stale: {
    outcome: "fail",
    message: "{ticket} was last synchronised with {upstream} at {at}; at most {max} are wanted.",
  },
  never: { outcome: "fail", message: "{ticket} does not say when it was synchronised with {upstream}." },
  "no-upstream": { outcome: "skip", message: "No local task is named that follows a ticket of a remote." },
} as const;
type Code = keyof typeof codes;

export const upstreamFresh = defineRule<Options, Code>({
  meta: {
    id: "upstream-fresh",
    title: "A task was compared with its ticket lately",
    why: "A copy that nobody has compared with its original for weeks tells what was wanted then.",
    who: "whoever keeps the task",
    fix: "Compare the task with its ticket: golden-thread remote sync TASK",
    codes,
    on: ["commits", "pull-request"],
    default: false,
    needs: ["tickets"],
    fast: false,
    examples: [
      { text: "TASK-7, synchronised yesterday (max_age: 7d)", code: "fresh" },
      { text: "TASK-7, synchronised a month ago (max_age: 7d)", code: "stale" },
    ],
    controls: [{ framework: "ISO 27001:2022", id: "A.8.32" }],
  },
  options: (z) =>
    z.strictObject({
      in: placesSchema(z),
      max_age: z
        .string()
        .regex(/^[1-9]\d{0,4}[mhd]$/, "a number and m, h or d: 12h, 7d")
        .default("7d")
        .describe("How long ago a task may have been synchronised at most."),
    }),
  from: ({ references }) => ({ in: references.in }),
  check: (evidence, { in: places, max_age: max }) =>
    judgeCommits<Code>(evidence, {
      places,
      judge: ({ about, claims }) => {
        const answers = localTasks(claims, evidence).flatMap((one) => aged(one, evidence.at, max, about));
        return answers.length > 0 ? answers : [{ outcome: "skip", code: "no-upstream", about, args: {} }];
      },
    }),
});

function aged(
  { task, follows }: LocalTask,
  now: string,
  max: string,
  whole: About,
): readonly Finding<Code>[] {
  if (follows == null || follows.remote === null) return [];
  const about: About = { ...whole, kind: "ticket", ticket: task.key };
  const args = { ticket: task.key, upstream: follows.id };
  const [from, until] = [secondsOf(follows.lastSync ?? ""), secondsOf(now)];
  if (from === null || until === null) return [{ outcome: "fail", code: "never", about, args }];
  const told = { ...args, at: follows.lastSync ?? "", max };
  return until - from > milliseconds(max) / 1000
    ? [{ outcome: "fail", code: "stale", about, args: told }]
    : [{ outcome: "pass", code: "fresh", about, args: told }];
}
