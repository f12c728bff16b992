import type { Audit, AuditPart } from "../core/audit.ts";
import { Fault } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import type { World } from "../core/ports.ts";
import type { TraceAnswer } from "../core/traced.ts";
import { exitCode } from "../core/verdict.ts";
import { startOpening } from "../opening.ts";
import { audited, EXTENT_OPTIONS } from "./audited.ts";
import type { WordsCommand } from "./command.ts";
import type { Io } from "./io.ts";
import { formatOptions } from "./manual.ts";
import { targetsOf, writeTargets } from "./output.ts";
import { usage, type Words } from "./words.ts";

const FORMATS = ["json", "text"] as const;

const manual: WordsCommand["manual"] = {
  name: "trace",
  summary: "follow the thread from a ticket, file, line, commit or pull request, both ways",
  forms: ["TICKET|PATH[:LINE]|SHA|#PR"],
  details:
    "Answers intent (tickets), plan (spec, criteria, approvals), implementation (pull requests, commits, files and lines) and " +
    "evidence (verdicts, as of when, under which policy). On GitHub tickets and pull requests share their numbers: #12 is the " +
    "ticket where one has that number.",
  options: [
    ...EXTENT_OPTIONS,
    ...formatOptions(FORMATS),
    { name: "output", value: "FILE", does: "write the format to FILE instead of standard output" },
  ],
  examples: [
    { run: "golden-thread trace TASK-1", does: "what was done for a ticket", exit: 0 },
    { run: "golden-thread trace golden-thread.yml:1", does: "why a line is there", exit: 0 },
    { run: "golden-thread trace HEAD --json", does: "the thread of a commit, for programs", exit: 0 },
    { run: "golden-thread trace NOTHING-0", does: "says what can be traced", exit: 2 },
  ],
};

/** Pull requests are told by what commits and trackers say already; asking a forge for all of them is an audit's work. */
const PARTS: ReadonlySet<AuditPart> = new Set(["messages", "tree", "paths"]);

/** Commits of which a forge is asked by which pull request they came, where nothing else knows the one that is meant: a hundred requests. */
const MOST_ASKED = 5000;

async function run(words: Words, io: Io, world: World): Promise<number> {
  const [text, ...more] = words.positionals;
  if (text === undefined || more.length > 0)
    throw usage(manual, "trace follows one thing.", {
      found: words.positionals.join(" "),
      wanted: manual.forms.join(", or "),
    });
  const targets = targetsOf(words, FORMATS);
  const answer = await followed(text, await auditFor(text, words, { io, world }), world);
  await writeTargets(io, targets, async ({ format, ...how }) => {
    const options = {
      ...how,
      metas: (await import("../rules/index.ts")).ruleMetas(),
      repair: null,
      subject: () => null,
    };
    if (format === "json") return (await import("../reports/trace-json.ts")).traceJson(answer, options);
    return (await import("../reports/trace-text.ts")).traceText(answer, options);
  });
  return exitCode("pass");
}

/** The audit that can tell of what a text means: a pull request may be known to its forge alone. */
async function auditFor(
  text: string,
  words: Words,
  { io, world }: { readonly io: Io; readonly world: World },
): Promise<Audit> {
  const audit = await audited(manual, words, { io, world, parts: PARTS });
  const { changeCalled, questionOf } = await import("../trace/question.ts");
  const isKnown = changeCalled(text) === null || questionOf(text, audit) !== null;
  if (isKnown || audit.history.count > MOST_ASKED) return audit;
  return audited(manual, words, { io, world, parts: new Set([...PARTS, "proposals"]) });
}

/** The thread of what a text means. Throws Fault("usage") where that is nothing, or more than one commit. */
async function followed(text: string, audit: Audit, world: World): Promise<TraceAnswer> {
  const { follow } = await import("../trace/follow.ts");
  const found = await follow(await startOpening(world, null).repo, audit, text);
  switch (found.status) {
    case "followed":
      return found.answer;
    case "ambiguous":
      throw new Fault("usage", "Several commits begin like this.", {
        found: found.commits.join(", "),
        wanted: "more digits of one of them",
      });
    case "nothing":
      throw nothing(text, audit);
  }
}

function nothing(text: string, { tickets }: Audit): Fault {
  const near = nearest(
    text,
    tickets.map(({ key }) => key),
  );
  const meant = near === null ? "" : `; did you mean "${near}"?`;
  return new Fault("usage", `Nothing of this history is called "${text}".`, {
    found: text,
    wanted: `a ticket that something names, a path of the tree, a line as path:12, a commit, or #12 for a pull request${meant}`,
    fix: "golden-thread trace --help",
  });
}

/** `trace`: the thread of one thing, from intent to evidence. */
export const command = { manual, run } satisfies WordsCommand;
