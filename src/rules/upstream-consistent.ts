import type { CountedPlaces } from "../core/claims.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Evidence } from "../core/evidence.ts";
import type { About, Finding } from "../core/finding.ts";
import { judgeCommits } from "../core/judge-commits.ts";
import { defineRule } from "../core/rule.ts";
import { placesSchema } from "../core/terms.ts";
import { type Lookup, lookupKey, type StateCategory, type Ticket } from "../core/ticket.ts";
import { type LocalTask, localTasks } from "../core/upstreams.ts";

interface Options {
  readonly in: CountedPlaces;
}

const SYNC = "See both sides and bring them together: golden-thread remote sync TASK";

const codes = {
  ...COMMIT_CODES,
  consistent: { outcome: "pass", message: "{ticket} and {upstream} say the same." },
  "title-differs": {
    outcome: "fail",
    message: '{ticket} is called "{local}", and {upstream} is called "{remote}".',
    fix: SYNC,
  },
  "state-differs": {
    outcome: "fail",
    message: '{ticket} is "{local}", and {upstream} is "{remote}".',
    fix: SYNC,
  },
  "upstream-gone": {
    outcome: "fail",
    message: "{ticket} follows {upstream}, which is not to be found any more.",
    fix: "Link the task with another ticket, or unlink it: golden-thread remote unlink TASK",
  },
  "upstream-unknown": {
    outcome: "unknown",
    message: "Whether {ticket} and {upstream} say the same is not known: {detail}",
    fix: "See that the tracker can be asked from here, and check again: golden-thread remote check",
  },
  "no-upstream": { outcome: "skip", message: "No local task is named that follows a ticket of a remote." },
} as const;
type Code = keyof typeof codes;

export const upstreamConsistent = defineRule<Options, Code>({
  meta: {
    id: "upstream-consistent",
    title: "A task and its ticket say the same",
    why: "Who plans reads the ticket, who builds reads the task. Where their titles or states part, one of them works on something that nobody wants any more.",
    who: "whoever keeps the task; the ticket's owner",
    fix: SYNC,
    codes,
    on: ["commits", "pull-request"],
    default: false,
    needs: ["tickets"],
    fast: false,
    examples: [
      { text: "TASK-7 is In Progress, and so is PROJ-7", code: "consistent" },
      { text: "TASK-7 is In Progress, and PROJ-7 is closed", code: "state-differs" },
    ],
    controls: [{ framework: "ISO 27001:2022", id: "A.8.32" }],
  },
  options: (z) => z.strictObject({ in: placesSchema(z) }),
  from: ({ references }) => ({ in: references.in }),
  check: (evidence, { in: places }) =>
    judgeCommits<Code>(evidence, {
      places,
      judge: ({ about, claims }) => {
        const answers = localTasks(claims, evidence).flatMap((one) => compared(one, evidence, about));
        return answers.length > 0 ? answers : [{ outcome: "skip", code: "no-upstream", about, args: {} }];
      },
    }),
});

function compared({ task, follows }: LocalTask, evidence: Evidence, whole: About): readonly Finding<Code>[] {
  if (follows == null || follows.remote === null) return [];
  const about: About = { ...whole, kind: "ticket", ticket: task.key };
  const lookup = evidence.lookups[lookupKey(follows.remote, follows.id)];
  return answersFor(task, lookup).map(({ code, args }) => ({
    outcome: codes[code].outcome,
    code,
    about,
    args: { ticket: task.key, upstream: follows.id, ...args },
  }));
}

type Answer = Pick<Finding<Exclude<Code, keyof typeof COMMIT_CODES>>, "code" | "args">;

function answersFor(task: Ticket, lookup: Lookup | undefined): readonly Answer[] {
  switch (lookup?.status) {
    case "found":
      return differences(task, lookup.ticket);
    case "absent":
      return [{ code: "upstream-gone", args: {} }];
    case "forbidden":
    case "credentials":
    case "unavailable":
      return [{ code: "upstream-unknown", args: { detail: lookup.detail } }];
    case "claimed":
    case undefined:
      return [{ code: "upstream-unknown", args: { detail: "It was not looked up." } }];
  }
}

/** A state of no known category can't be compared, nor can a text that a ledger left out. */
function differences(task: Ticket, ticket: Ticket): readonly Answer[] {
  const [local, remote] = [plain(task.title), plain(ticket.title)];
  const found: Answer[] = [];
  if (local !== remote && remote !== "") found.push({ code: "title-differs", args: { local, remote } });
  const [own, other] = [task.state, ticket.state];
  const isKnown = own.category !== "unknown" && other.category !== "unknown";
  if (isKnown && end(own.category) !== end(other.category))
    found.push({ code: "state-differs", args: { local: own.name, remote: other.name } });
  return found.length > 0 ? found : [{ code: "consistent", args: {} }];
}

function plain(title: string): string {
  return title.trim().replace(/\s+/gu, " ");
}

/** Many trackers have no state for work that has begun. */
function end(category: StateCategory): StateCategory {
  return category === "in_progress" ? "open" : category;
}
