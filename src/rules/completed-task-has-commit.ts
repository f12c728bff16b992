import type { CountedPlaces } from "../core/claims.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Evidence } from "../core/evidence.ts";
import type { About, Finding } from "../core/finding.ts";
import { judgeCommits, subjectsOf } from "../core/judge-commits.ts";
import { defineRule } from "../core/rule.ts";
import { type TaskPair, taskPairs } from "../core/task-pairs.ts";
import { placesSchema } from "../core/terms.ts";
import { lookupKey } from "../core/ticket.ts";

interface Options {
  readonly in: CountedPlaces;
}

const codes = {
  ...COMMIT_CODES,
  "has-commit": { outcome: "pass", message: "{ticket} is done, and a commit of this change names it." },
  "had-commit": { outcome: "pass", message: "{ticket} is done, and an earlier commit names it." },
  "no-commit": { outcome: "fail", message: "{ticket} is marked as done, and no commit names it." },
  "commits-unseen": {
    outcome: "unknown",
    message: "{ticket} is marked as done; the commits that might name it can't all be seen here.",
    fix: "Fetch the whole history (git fetch --unshallow, or fetch-depth: 0 in CI) and check again.",
  },
  "created-done": { outcome: "skip", message: "{ticket} is a new file that is done already." },
  "nothing-completed": { outcome: "skip", message: "No task is marked as done." },
} as const;
type Code = keyof typeof codes;

export const completedTaskHasCommit = defineRule<Options, Code>({
  meta: {
    id: "completed-task-has-commit",
    title: "A task that is done has a commit to show for it",
    why: "The thread runs both ways: from a commit to its ticket, and from a finished ticket to the work. A task closed without a commit was either not done, or done where nobody can find it.",
    who: "whoever closes the task",
    fix: "Name the task in the commit that finishes it.",
    mends: "message",
    codes,
    on: ["commits", "pull-request"],
    default: true,
    needs: ["paths"],
    fast: false,
    examples: [
      { text: "Finish the login (TASK-7), with TASK-7 set to Done", code: "has-commit" },
      { text: "Tidy the backlog (TASK-1), with TASK-7 set to Done", code: "no-commit" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "IEC 62304", id: "8.2.4" },
      { framework: "NIST SSDF 1.1", id: "PW.1.2" },
    ],
  },
  options: (z) =>
    z.strictObject({
      in: placesSchema(z),
    }),
  from: ({ references }) => ({ in: references.in }),
  check: (evidence, options) => {
    const named = new Set(
      subjectsOf(evidence, options.in).flatMap(({ claims }) => claims.map(({ key }) => key)),
    );
    const completions = (commit: number | null, about: About): readonly Finding<Code>[] =>
      taskPairs(evidence.tasks.filter((edit) => edit.commit === commit)).flatMap((pair) =>
        completed(pair, about, named, evidence),
      );
    return [
      ...completions(null, { kind: "change" }),
      ...judgeCommits<Code>(evidence, {
        places: options.in,
        needsPaths: true,
        judge: ({ about, index }) => {
          const found = completions(index, about);
          return found.length > 0 ? found : [{ outcome: "skip", code: "nothing-completed", about, args: {} }];
        },
      }),
    ];
  },
});

function completed(
  { path, before, after }: TaskPair,
  within: About,
  named: ReadonlySet<string>,
  evidence: Evidence,
): readonly Finding<Code>[] {
  if (after?.ticket.state.category !== "done" || before?.ticket.state.category === "done") return [];
  const { key, remote, id } = after.ticket;
  const about: About = { ...within, kind: "ticket", ticket: key, path };
  const args = { ticket: key };
  if (before === null) return [{ outcome: "skip", code: "created-done", about, args }];
  if (named.has(lookupKey(remote, id))) return [{ outcome: "pass", code: "has-commit", about, args }];
  if (evidence.referencedBefore?.includes(lookupKey(remote, id)))
    return [{ outcome: "pass", code: "had-commit", about, args }];
  if (evidence.change.kind !== "commit-message" && !evidence.change.complete)
    return [{ outcome: "unknown", code: "commits-unseen", about, args }];
  return [{ outcome: "fail", code: "no-commit", about, args }];
}
