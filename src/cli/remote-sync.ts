import type { Out, World } from "../core/ports.ts";
import { exitCode, worst } from "../core/verdict.ts";
import { json, terminal } from "../reports/escape.ts";
import { painter } from "../reports/paint.ts";
import { STRATEGIES, type Strategy } from "../satellite/settle-fields.ts";
import { type SyncedTask, type SyncReport, syncTasks } from "../satellite/sync.ts";
import type { Sides, SyncedField } from "../satellite/sync-task.ts";
import { SYNC_FIELDS, type SyncField, type SyncValue } from "../satellite/three-way.ts";
import { diffText } from "./diff-text.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { safeTerms } from "./safe-terms.ts";
import { watched } from "./watched.ts";
import { usage, type Words } from "./words.ts";

const NAME = { name: "remote" };

/** `remote sync`: tasks and their tickets are brought together. */
export async function remoteSync(
  words: Words,
  tasks: readonly string[],
  io: Io,
  world: World,
): Promise<number> {
  const strategies = strategiesIn(words.all("strategy"));
  const report = await watched(io, (progress) =>
    syncTasks(world, {
      tasks,
      all: words.has("all"),
      dryRun: words.has("dry-run"),
      write: words.has("write") ? safeTerms(words, world) : null,
      strategyOf: (field) => strategies.get(field) ?? "merge",
      ask: (task, field, sides) => (world.interactive ? asked(task, field, sides) : Promise.resolve(null)),
      progress: (done, all) => progress(done, `of ${all} tasks`),
    }),
  );
  io.stdout.write(
    words.has("json")
      ? `${json({ ...envelope("remote-sync"), dryRun: words.has("dry-run"), ...report })}\n`
      : syncText(report, io.stdout),
  );
  return exitCode(worst(report.tasks.map(verdictOf)));
}

function verdictOf({ outcome }: SyncedTask): "pass" | "fail" | "undecided" {
  if (outcome === "unknown") return "undecided";
  return outcome === "conflict" || outcome === "orphan" ? "fail" : "pass";
}

/** `FIELD=HOW`; without a field for all. Throws Fault("usage"). */
function strategiesIn(texts: readonly string[]): ReadonlyMap<SyncField, Strategy> {
  const pairs = texts.flatMap((text) => {
    const [how = "", field] = text.split("=").reverse();
    const strategy = STRATEGIES.find((one) => one === how);
    const fields = SYNC_FIELDS.filter((one) => field === undefined || one === field);
    if (strategy === undefined || fields.length === 0)
      throw usage(NAME, "This is no way to settle a field.", {
        found: text,
        wanted: `${SYNC_FIELDS.join(", ")} = ${STRATEGIES.join(", ")}, such as description=merge`,
      });
    return fields.map((one) => [one, strategy] as const);
  });
  return new Map(pairs);
}

async function asked(
  task: string,
  field: SyncField,
  { local, remote }: Sides,
): Promise<Exclude<Strategy, "prompt"> | null> {
  const { isCancel, note, select } = await import("@clack/prompts");
  note(`task:   ${shown(local)}\nticket: ${shown(remote)}`, `${terminal(task)}: ${field}`);
  const answer = await select<"local" | "remote" | "merge" | "leave">({
    message: "Both changed it. What counts?",
    options: [
      { value: "leave", label: "leave both as they are" },
      { value: "local", label: "the task" },
      { value: "remote", label: "the ticket" },
      { value: "merge", label: "both changes, where they don't touch each other" },
    ],
  });
  return isCancel(answer) || answer === "leave" ? null : answer;
}

function shown(value: SyncValue): string {
  return terminal(typeof value === "string" ? value : value.join(", "), LONGEST);
}

/** What of a value stands on a line; a description's diff says more. */
const LONGEST = 120;

function syncText({ tasks, missing, mended, refusals }: SyncReport, out: Out): string {
  const paint = painter(out.color);
  const lines = [
    ...mended.map(
      ({ task, id }) =>
        `${paint.yellow("mended")}    ${terminal(task)}: its upstream ${terminal(id)} was dropped by an editor and is back.`,
    ),
    ...refusals.flatMap(({ remote, detail, fix }) => [
      `${paint.yellow("not asked")} ${terminal(remote)}: ${terminal(detail)} The tasks stay as they are.`,
      ...(fix === null ? [] : [`  fix: ${terminal(fix)}`]),
    ]),
    ...tasks
      .filter(({ outcome, notes }) => !(outcome === "synced" && notes.length === 0))
      .flatMap((one) => taskLines(one, out)),
    ...missing.map(
      ({ task, ticket }) =>
        `${paint.dim("no file")}   ${terminal(task)} is not in this work tree; its link to ${terminal(ticket)} is kept. Let go of it: golden-thread remote unlink ${terminal(task)}`,
    ),
    summary(tasks),
  ];
  return `${lines.join("\n")}\n`;
}

function taskLines({ task, ticket, outcome, fields, diff, notes }: SyncedTask, out: Out): readonly string[] {
  const paint = painter(out.color);
  const isBad = outcome === "conflict" || outcome === "orphan";
  const word = (isBad ? paint.red : paint.bold)(outcome.padEnd(9));
  return [
    `${word} ${terminal(task)} ${terminal(ticket)}`,
    ...fields.filter((one) => one.outcome !== "same").flatMap(fieldLines),
    ...(diff === null
      ? []
      : diffText(`--- ticket\n+++ task\n${diff}`, paint)
          .split("\n")
          .map((line) => `    ${line}`)),
    ...(outcome === "conflict" ? [`  fix: ${fixOf(task, fields)}`] : []),
    ...notes.map((note) => `  ${terminal(note)}`),
  ];
}

function fieldLines({ field, outcome, sides, detail }: SyncedField): readonly string[] {
  const isText = field === "description" || sides === null;
  const values = isText
    ? ""
    : `: ticket ${shown(sides.remote) || "(empty)"} | task ${shown(sides.local) || "(empty)"}`;
  return [`  ${field} ${SAID[outcome]}${values}`, ...(detail === null ? [] : [`    ${terminal(detail)}`])];
}

const SAID: Readonly<Record<SyncedField["outcome"], string>> = {
  same: "is the same",
  pulled: "came from the ticket",
  pushed: "went to the ticket",
  merged: "was settled",
  ahead: "waits in the task for --write",
  refused: "was not taken by the tracker",
  conflict: "was changed on both sides",
};

function fixOf(task: string, fields: readonly SyncedField[]): string {
  const field =
    fields.find(({ outcome }) => outcome === "conflict" || outcome === "refused")?.field ?? "title";
  return `golden-thread remote sync ${terminal(task)} --strategy ${field}=local (or remote)`;
}

function summary(tasks: readonly SyncedTask[]): string {
  if (tasks.length === 0) return "No task here follows a ticket.";
  const counts = new Map<string, number>();
  for (const { outcome } of tasks) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
}
