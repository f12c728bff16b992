import type { Fault } from "../core/fault.ts";
import type { Level } from "../core/finding.ts";
import { nearest } from "../core/nearest.ts";
import type { World } from "../core/ports.ts";
import type { Report } from "../core/report.ts";
import { exitCode } from "../core/verdict.ts";
import type { Gate } from "../gate.ts";
import type { Ahead } from "../read-ahead.ts";
import { formatNames } from "../reports/index.ts";
import type { CheckFolder } from "./check-folder.ts";
import type { WordsCommand } from "./command.ts";
import { EVIDENCE_OPTIONS, signingOf } from "./evidence-words.ts";
import { type Io, readStdin } from "./io.ts";
import { formatOptions } from "./manual.ts";
import { targetsOf } from "./output.ts";
import { PLACE_OPTION, placeOf } from "./place.ts";
import { watched } from "./watched.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "check",
  summary: "judge a commit message, a commit, a whole history, a pull request or what a run of CI is about",
  forms: ["message FILE|-", "commit REV", "range A..B|REV", "pr --number N|--event FILE", "ci"],
  details:
    "A message is judged as git would store it; a range is every commit from A (left out) to B, or everything that is " +
    "reachable from REV. In CI, policy and tasks are those of A, so that a change can not loosen the law that judges it; elsewhere the working tree has the policy. " +
    "A pull request is asked of its forge as it is now, and its base has the policy; an event says only which one it is. " +
    "In CI, ci finds out by itself what is built: GitHub Actions, GitLab, Azure Pipelines, Bitbucket, TeamCity, Jenkins, CircleCI and Buildkite say it. Text goes to standard output unless another format does.",
  options: [
    ...formatOptions(formatNames),
    { name: "output", value: "FILE", does: "write the format to FILE instead of standard output" },
    {
      name: "out",
      value: "DIR",
      does: "check range, pr, ci: write report, page, rows and evidence into a folder, with VERIFY.md and SHA256SUMS",
    },
    ...EVIDENCE_OPTIONS,
    {
      name: "record",
      does: "check ci: write signed records of a push to the ref below refs/notes/ that the policy names under evidence",
    },
    PLACE_OPTION,
    { name: "number", value: "N", does: "check pr: the pull request's number" },
    {
      name: "event",
      value: "FILE",
      does: "check pr: the payload of a GitHub pull_request event, which names it",
    },
    {
      name: "base",
      value: "REV",
      does: "check pr, ci: trust this revision instead of the tip of the base branch, or of what was there before",
    },
    { name: "head", value: "REV", does: "check pr, ci: judge this revision instead of the head" },
    {
      name: "rule",
      value: "ID=LEVEL",
      does: "weigh a rule as warn or enforce; it can only raise the policy; may be repeated",
    },
  ],
  examples: [
    { run: "golden-thread check range main..HEAD", does: "judges the commits of this branch", exit: 0 },
    {
      run: "golden-thread check range HEAD",
      does: "judges the whole history; one commit of it fails",
      exit: 1,
    },
    { run: "golden-thread check commit HEAD --json", does: "judges one commit and answers as JSON", exit: 0 },
    {
      run: 'echo "Fix the login" | golden-thread check message -',
      does: "judges a message that names no ticket",
      exit: 1,
    },
    {
      run: "golden-thread check range main..HEAD --format text --format json=report.json",
      does: "for people, and a file for programs",
      exit: 0,
    },
    {
      run: "golden-thread check pr --number 12",
      does: "says that nobody can be asked about a pull request here",
      exit: 3,
    },
    {
      run: "golden-thread check ci",
      does: "judges what this run of CI is about; here it says that there is none",
      exit: 2,
    },
    { run: "golden-thread check range no-such-branch", does: "says which name git does not know", exit: 2 },
  ],
};

const WHAT = ["message", "commit", "range"] as const;
const LEVELS = ["off", "warn", "enforce"] as const;

async function run(words: Words, io: Io, world: World): Promise<number> {
  const targets = targetsOf(words, formatNames);
  const place = placeOf(manual, words, io);
  const overrides = { label: "command line", rules: Object.fromEntries(words.all("rule").map(levelOf)) };
  const folder = folderOf(words);
  const asked = { manual, targets, place, overrides, folder };
  if (words.positionals[0] === "pr") return (await import("./check-pr.ts")).checkPr(words, io, world, asked);
  if (words.positionals[0] === "ci") return (await import("./check-ci.ts")).checkCi(words, io, world, asked);
  const { what, about } = subjectOf(words);
  const range = what === "message" ? null : { range: about, single: what === "commit" };
  const { startOpening } = await import("../opening.ts");
  const opening = startOpening(world, range);
  const { openGate } = await import("../gate.ts");
  const gate = await openGate(world, {
    place,
    haste: "command",
    overrides,
    opening,
    ...(range ? { range } : {}),
  });
  const ahead = range && (await import("../read-ahead.ts")).readAhead(gate, await gate.commits(range));
  const { tellReport } = await import("./tell-report.ts");
  const report = await judge(gate, { what, about, ahead }, io);
  const told = await tellReport(io, gate, report, { targets, range });
  if (folder !== null && range !== null) {
    const commits = await gate.commits(range);
    // What somebody judges by hand may or may not have landed, so nothing is claimed of it.
    const run = { event: "manual", phase: "pre-merge", invocation: null, attempt: null } as const;
    const where = { ...run, repository: null, commits, targetRef: null };
    await (await import("./check-folder.ts")).writeCheckFolder({ io, world, gate }, told, {
      ...folder,
      where,
    });
  }
  return exitCode(report.verdict);
}

function folderOf(words: Words): CheckFolder | null {
  const out = words.one("out");
  const signing = signingOf(manual, words, words.has("record") ? "auto" : "off");
  if (words.has("record") && words.positionals[0] !== "ci")
    throw usage(manual, "Only what landed is recorded.", {
      found: "--record",
      wanted: "check ci --record, for a push",
    });
  if (out !== null && words.positionals[0] === "message")
    throw usage(manual, "A draft has no commit that evidence could speak of.", {
      found: "--out",
      wanted: "check commit, range, pr or ci",
    });
  return out === null && !words.has("record")
    ? null
    : { out, record: words.has("record"), signing, signatures: words.has("signatures") };
}

function subjectOf(words: Words): { readonly what: (typeof WHAT)[number]; readonly about: string } {
  const [first, about, ...more] = words.positionals;
  const what = WHAT.find((name) => name === first);
  if (what === undefined) throw unknownSubject(first);
  if (about === undefined) {
    throw usage(manual, `check ${what} needs to be told what.`, { wanted: manual.forms.join(", or ") });
  }
  if (more.length > 0)
    throw usage(manual, `check ${what} takes one thing.`, { found: words.positionals.slice(1).join(" ") });
  return { what, about };
}

function unknownSubject(first: string | undefined): Fault {
  if (first === undefined)
    return usage(manual, "check needs to be told what.", { wanted: manual.forms.join(", or ") });
  const near = nearest(first, [...WHAT, "pr", "ci"]);
  const meant = near === null ? "" : ` Did you mean ${near}?`;
  return usage(manual, `check knows no "${first}".${meant}`, { wanted: [...WHAT, "pr", "ci"].join(", ") });
}

function levelOf(text: string): readonly [string, Level] {
  const [id = "", name = "", ...more] = text.split("=");
  const level = LEVELS.find((one) => one === name);
  if (id !== "" && level !== undefined && more.length === 0) return [id, level];
  throw usage(manual, "A rule is weighed by its id and a level.", {
    found: text,
    wanted: "ID=warn or ID=enforce",
  });
}

interface Asked {
  readonly what: (typeof WHAT)[number];
  readonly about: string;
  readonly ahead: Ahead;
}

async function judge(gate: Gate, { what, about, ahead }: Asked, io: Io): Promise<Report> {
  if (what === "message") {
    const { judgeMessage } = await import("../guard.ts");
    return (await judgeMessage(gate, about === "-" ? await readStdin(io.stdin) : about)).report;
  }
  const { checkCommits } = await import("../check.ts");
  if (what === "commit") return checkCommits(gate, { range: about, single: true, ahead });
  return watched(io, (progress) => checkCommits(gate, { range: about, progress, ahead }));
}

/** `check`: judges a message, a commit or a range, and ends with the verdict as exit code. */
export const command = { manual, run } satisfies WordsCommand;
