import { postInsights } from "../check-ci/insights.ts";
import { type OpenCi, openCi } from "../check-ci.ts";
import { eventRange } from "../ci/github.ts";
import { recognise } from "../ci/index.ts";
import type { CiRun } from "../ci/run.ts";
import { SYSTEM_VARIABLES } from "../ci/variables.ts";
import { disclosureOf } from "../core/disclosure.ts";
import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import type { Report } from "../core/report.ts";
import { exitCode } from "../core/verdict.ts";
import type { JudgedWhere } from "../evidence-context.ts";
import { terminal } from "../reports/escape.ts";
import { formats } from "../reports/index.ts";
import type { ReportLinks } from "../reports/options.ts";
import { type Asked, whereOf } from "./check-pr.ts";
import type { Io } from "./io.ts";
import type { Target } from "./output.ts";
import { inCi } from "./place.ts";
import { type ToldReport, tellReport } from "./tell-report.ts";
import { watched } from "./watched.ts";
import { usage, type Words } from "./words.ts";

/** `check ci`: judges what this run of CI is about, and ends with the verdict as exit code. */
export async function checkCi(words: Words, io: Io, world: World, asked: Asked): Promise<number> {
  const { manual, targets, folder, ...options } = asked;
  const found = words.positionals[1];
  if (found !== undefined)
    throw usage(manual, "check ci takes options alone.", { found, wanted: "--base REV" });
  const run = await runOf(io);
  io.stderr.write(`${recognised(run)}\n`);
  const opened = await openCi(world, options, run, { base: words.one("base"), head: words.one("head") });
  const report = await watched(io, (progress) => opened.judge(progress));
  const { gate, range, readers } = opened;
  const told = await tellReport(io, gate, report, {
    targets: [...targets, ...logTarget(run, targets)],
    range,
    terms: { disclosure: disclosureOf(gate.law, readers), own: readers.own },
    links: linksOf(run, report),
  });
  if (folder !== null) {
    const where = await whereIn(opened, run);
    await (await import("./check-folder.ts")).writeCheckFolder({ io, world, gate }, told, {
      ...folder,
      where,
    });
  }
  if (run.insights !== null) await tellBitbucket(io, world, run.insights, told);
  return exitCode(report.verdict);
}

/** What landed is what was pushed. */
async function whereIn({ gate, range, live }: OpenCi, { change, branch, url }: CiRun): Promise<JudgedWhere> {
  const run = { invocation: url, attempt: null, repository: null };
  if (live !== null) return whereOf(live, { event: "pull_request", invocation: url });
  const commits = range === null ? null : await gate.commits(range);
  const into = change === null ? branch : change.target;
  const targetRef = into === null ? null : `refs/heads/${into}`;
  return change === null
    ? { ...run, commits, targetRef, event: "push", phase: "post-merge" }
    : { ...run, commits, targetRef, event: "pull_request", phase: "pre-merge" };
}

async function runOf(io: Io): Promise<CiRun> {
  const run = inCi(io) ? recognise(io.env) : null;
  if (run === null) throw noSystem();
  if (run.event === null || run.change !== null || run.range === null) return run;
  // What a push had before is in the event alone.
  const text = new TextDecoder().decode(await io.readFile(run.event));
  return { ...run, range: eventRange(text) ?? run.range };
}

function noSystem(): Fault {
  return new Fault("usage", "No CI system is recognised here.", {
    found: `none of ${Object.values(SYSTEM_VARIABLES).join(", ")} is set`,
    wanted: "a run of CI; anywhere else, a range",
    fix: "golden-thread check range origin/main..HEAD",
  });
}

/** One line that says what was recognised. */
function recognised({ title, change, branch, url }: CiRun): string {
  const target = change?.target == null ? "" : ` into ${change.target}`;
  const what =
    change === null
      ? branch === null
        ? "no pull request"
        : `a push to ${branch}`
      : `pull request ${change.number}${target}`;
  return terminal(`${title}: ${what}${url === null ? "" : ` (${url})`}`);
}

/** Where readers of a file find more; null: no variable tells the site. */
function linksOf({ commits, url }: CiRun, { proposal }: Report): ReportLinks | null {
  return commits === null
    ? null
    : { commit: (id) => `${commits}${id}`, change: proposal?.url ?? null, run: url };
}

/** The system's own format stands beside text in its log, unless something else was asked for there. */
function logTarget({ log }: CiRun, targets: readonly Target[]): readonly Target[] {
  const isText = targets.some(({ format, file }) => format === "text" && file === null);
  return isText && log !== null ? [{ format: log, file: null }] : [];
}

/** A report that Bitbucket does not take changes no verdict. */
async function tellBitbucket(
  io: Io,
  world: World,
  place: NonNullable<CiRun["insights"]>,
  { report, showing }: ToldReport,
): Promise<void> {
  const render = (await formats.bitbucket())({ ...showing, color: false, columns: io.stdout.columns });
  try {
    await postInsights(world, place, JSON.parse([...render(report).body].join("")));
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    const found = thrown.found === undefined ? "" : ` ${thrown.found}`;
    io.stderr.write(`${terminal(`Bitbucket shows no report of this run: ${thrown.message}${found}`)}\n`);
  }
}
