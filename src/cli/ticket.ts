import type { ToApprove } from "../approve.ts";
import { Fault } from "../core/fault.ts";
import type { Out, World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { shellCommand } from "../reports/escape.ts";
import type { WordsCommand } from "./command.ts";
import type { Io } from "./io.ts";
import { approvingJson, approvingText, toApproveText } from "./ticket-text.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "ticket",
  summary: "approve a ticket as it stands",
  forms: ["approve TICKET [--yes | --expect DIGEST | --dry-run] [--json]"],
  details:
    "approve shows the whole text of a ticket, asks, and posts a comment from your own account that names digests of the title, the description and the " +
    "acceptance criteria. Without a terminal it wants --yes, or --expect with the digest that --dry-run showed. Once one of the three " +
    "changes, the approval counts no more; moving the ticket, assigning it and ticking its boxes changes nothing. Who may approve is said by " +
    "authorise.approval in the policy, and nobody's approval counts for changes of their own. Where this very text is approved already, nothing is posted. " +
    "Exit code 1: the approval is posted, and will not count, or the text is not the expected one, and nothing is posted; 2: nothing was posted.",
  options: [
    { name: "yes", does: "approve whatever the ticket says now, without being asked" },
    { name: "expect", value: "DIGEST", does: "approve only the text that --dry-run showed with this digest" },
    { name: "dry-run", does: "show what would be approved with its digest, and post nothing" },
    { name: "json", does: "answer as JSON" },
  ],
  examples: [
    {
      run: "golden-thread ticket approve PROJ-7 --dry-run",
      does: "what would be approved, with its digests; here no tracker has such a ticket",
      exit: 2,
    },
    {
      run: "golden-thread ticket approve TASK-1 --dry-run",
      does: "says what of a local task can be approved",
      exit: 2,
    },
  ],
};

async function run(words: Words, io: Io, world: World): Promise<number> {
  const [action, ref, ...more] = words.positionals;
  if (action !== "approve")
    throw usage(manual, action === undefined ? "What about a ticket?" : "ticket can't do this.", {
      ...(action === undefined ? {} : { found: action }),
      wanted: "approve",
    });
  if (ref === undefined || more.length > 0)
    throw usage(manual, "ticket approve takes one ticket.", {
      found: [ref, ...more].filter(Boolean).join(" ") || "none",
      wanted: "a ticket, such as PROJ-7",
    });
  const asks = isAsked(words, ref, world);
  const { approveTicket } = await import("../approve.ts");
  const answer = await approveTicket(world, ref, {
    dryRun: words.has("dry-run"),
    expect: words.one("expect"),
    agree: async (shown) => !asks || askWhether(shown, io.stdout),
  });
  if (answer.outcome === "declined") throw undecided(ref, "the answer was no");
  const text = () => approvingText(answer, io.stdout, asks && answer.outcome === "approved");
  io.stdout.write(words.has("json") ? approvingJson(answer) : text());
  return exitCode(answer.doubt === null && answer.outcome !== "other" ? "pass" : "fail");
}

/** Whether somebody is asked at the terminal; whoever can't be says beforehand what they approve. */
function isAsked(words: Words, ref: string, { interactive }: World): boolean {
  const told = ["yes", "expect", "dry-run"].filter((name) => words.has(name));
  if (told.length > 1)
    throw usage(manual, "ticket approve takes one of these.", {
      found: told.map((name) => `--${name}`).join(" "),
      wanted: "--yes, --expect or --dry-run",
    });
  if (told.length === 0 && (!interactive || words.has("json")))
    throw undecided(ref, "neither --yes, --expect nor --dry-run");
  return told.length === 0;
}

async function askWhether(shown: ToApprove, out: Out): Promise<boolean> {
  const { confirm, isCancel } = await import("@clack/prompts");
  out.write(toApproveText(shown, out));
  const answer = await confirm({ message: "Approve this text?", initialValue: false });
  return !isCancel(answer) && answer;
}

function undecided(ref: string, found: string): Fault {
  return new Fault("usage", "Nothing was posted: an approval wants to be told.", {
    found,
    wanted: "a yes at the terminal, --yes, or --expect with the digest that --dry-run shows",
    fix: shellCommand(["golden-thread", "ticket", "approve", ref, "--dry-run"]),
  });
}

/** `ticket`: what people do about one ticket. */
export const command = { manual, run } satisfies WordsCommand;
