import type { Out } from "../core/ports.ts";
import { worst } from "../core/verdict.ts";
import { annotationsOf } from "../reports/annotations.ts";
import { commentMarkdown } from "../reports/comment.ts";
import { markdown, terminal } from "../reports/escape.ts";
import { statementOf } from "../reports/statement.ts";
import { summaryMarkdown } from "../reports/summary.ts";
import { workflowCommands } from "../reports/workflow-commands.ts";
import { attempt } from "./attempt.ts";
import type { Judged } from "./judged.ts";
import type { ActionScene, Pull } from "./scene.ts";
import type { Toolkit } from "./toolkit.ts";
import { logOf, PLAIN, summaryOf } from "./words.ts";

/** Where a step's words go, beside the pull request. */
export interface Listeners {
  readonly out: Out;
  readonly toolkit: Pick<Toolkit, "summary">;
}

/** Bytes that the runner takes of a step's summary; a longer one it drops whole. */
const SUMMARY_LIMIT = 1_000_000;

/** Tells the verdicts: log, annotations and summary of the job, and on the pull request what the inputs ask for. */
export async function explain(
  scene: ActionScene,
  judged: readonly Judged[],
  { out, toolkit }: Listeners,
): Promise<void> {
  for (const one of judged) if (one.pull !== null) await tellPull(scene, one, one.pull);
  if (postsCheck(scene)) for (const one of weightiest(judged)) await postCheck(scene, one);
  for (const one of judged) for (const text of await logOf(one)) out.write(text);
  for (const note of scene.notes) out.write(`${terminal(note)}\n`);
  const annotations = judged.flatMap(({ report, render }) => annotationsOf(report, { ...render, ...PLAIN }));
  for (const command of workflowCommands(annotations)) out.write(`${command}\n`);
  const room = Math.floor(SUMMARY_LIMIT / Math.max(1, judged.length));
  const summaries = await Promise.all(judged.map((one) => summaryOf(one, room)));
  await toolkit.summary([...summaries, notesMarkdown(scene.notes)].join("\n\n"));
}

/** What goes to the pull request itself; none of it can change the verdict. */
async function tellPull(scene: ActionScene, one: Judged, pull: Pull): Promise<void> {
  const { inputs, notes } = scene;
  if (pull.readOnly !== null) {
    if (inputs.comment !== "off" || inputs.label !== null)
      notes.push(`Nothing was written to pull request ${pull.number}: ${pull.readOnly}.`);
    return;
  }
  await postComment(scene, one, pull);
  const { label } = inputs;
  if (label !== null) {
    const change =
      one.report.verdict === "pass" ? { add: [], remove: [label] } : { add: [label], remove: [] };
    await attempt(notes, `the label ${label}`, "pull-requests: write", () =>
      pull.forge.labels(pull.number, change),
    );
  }
}

/** Where all is well nobody is told who was not told otherwise before. */
async function postComment({ inputs, notes }: ActionScene, one: Judged, pull: Pull): Promise<void> {
  if (inputs.comment === "off") return;
  const { forge, number } = pull;
  const text = commentMarkdown(one.report, { ...one.render, ...PLAIN }, forge.limits.comment);
  const existing = inputs.comment === "on-failure" && one.report.verdict === "pass";
  await attempt(notes, "the comment", "pull-requests: write", () =>
    forge.comment(number, text, "report", { existing }),
  );
}

/** A run of these events is no check of the pull request's head. */
function postsCheck({ inputs, job }: ActionScene): boolean {
  if (inputs.check !== "auto") return inputs.check === "always";
  return job.event.kind === "dispatch" || job.event.kind === "workflow-run";
}

/** Of pull requests of one head, whose checks are the same, the first that fares worst. */
function weightiest(judged: readonly Judged[]): readonly Judged[] {
  return judged.filter((one) => {
    const same = judged.filter(({ pull }) => pull !== null && pull.head === one.pull?.head);
    const verdict = worst(same.map(({ report }) => report.verdict));
    return one === same.find(({ report }) => report.verdict === verdict);
  });
}

async function postCheck(scene: ActionScene, { report, render, pull }: Judged): Promise<void> {
  if (pull === null || pull.readOnly !== null) return;
  const options = { ...render, ...PLAIN };
  await attempt(scene.notes, "the check", "checks: write", () =>
    pull.forge.check({
      commit: pull.head,
      number: pull.number,
      name: "golden-thread",
      verdict: report.verdict,
      title: `${statementOf(report)}: pull request ${pull.number}`,
      summary: summaryMarkdown(report, options, CHECK_LIMIT),
      url: scene.job.run,
      annotations: annotationsOf(report, options),
    }),
  );
}

/** Characters of a check run's summary. */
const CHECK_LIMIT = 60_000;

function notesMarkdown(notes: readonly string[]): string {
  return notes.map((note) => `- ${markdown(note)}`).join("\n");
}
