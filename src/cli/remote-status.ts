import type { Out, World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { json, terminal } from "../reports/escape.ts";
import { pad, plural, width } from "../reports/layout.ts";
import { type Paint, painter } from "../reports/paint.ts";
import { type StatusAnswer, type TaskState, type TaskStatus, taskStatuses } from "../satellite/status.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { mendedText } from "./mended-text.ts";
import type { Words } from "./words.ts";

/** `remote status [TASK...]`: how tasks and their tickets stand. Undecided where a tracker was to be asked and told nothing. */
export async function remoteStatus(
  words: Words,
  names: readonly string[],
  io: Io,
  world: World,
): Promise<number> {
  const local = words.has("local");
  const answer = await taskStatuses(world, { names, local });
  io.stderr.write(mendedText(answer.mended));
  io.stdout.write(
    words.has("json")
      ? `${json({ ...envelope("remote-status"), ...answer })}\n`
      : statusText(answer, names.length > 0, io.stdout),
  );
  const isUntold = answer.tasks.some(
    ({ state, detail }) => state === "unknown" || (detail !== null && state === "ahead"),
  );
  return exitCode(!local && (answer.silent.length > 0 || isUntold) ? "undecided" : "pass");
}

function statusText({ tasks, silent }: StatusAnswer, isNamed: boolean, { color }: Out): string {
  const paint = painter(color);
  const shown = isNamed ? tasks : tasks.filter(({ state }) => state !== "unlinked");
  const columns = COLUMNS.map((cell) => Math.max(0, ...shown.map((one) => width(cell(one)))));
  const rows = shown.map((one) => {
    const cells = COLUMNS.map((cell, at) => {
      const text = pad(cell(one), columns[at] ?? 0);
      return at === STATE ? paintOf(one.state, paint)(text) : text;
    });
    return `  ${[...cells, changesOf(one, paint)].join("  ").trimEnd()}\n`;
  });
  const unlinked = tasks.length - shown.length;
  const lines = silent.flatMap(({ remote, detail, fix }) => [
    `${terminal(remote)} was not asked, so only what was changed here is known. ${terminal(detail)}\n`,
    ...(fix === null ? [] : [`  ${paint.cyan(terminal(fix))}\n`]),
  ]);
  const rest = unlinked === 0 ? [] : [`${plural(unlinked, "task")} without a ticket.\n`];
  return [...rows, ...lines, ...(tasks.length === 0 ? ["There is no task here.\n"] : rest)].join("");
}

const COLUMNS: readonly ((one: TaskStatus) => string)[] = [
  ({ task }) => terminal(task),
  ({ state }) => state,
  ({ id }) => terminal(id ?? "-"),
];
/** The column of the state. */
const STATE = 1;

function changesOf({ changed, detail }: TaskStatus, paint: Paint): string {
  const { local, remote, conflict, older } = changed;
  const parts = [
    local.length === 0 ? "" : `→ ${local.join(", ")}`,
    remote.length === 0 ? "" : `← ${remote.join(", ")}`,
    conflict.length === 0 ? "" : `↔ ${conflict.join(", ")}`,
    older.length === 0 ? "" : `↺ ${older.join(", ")} (as before, on another branch)`,
    detail === null ? "" : paint.dim(terminal(detail)),
  ];
  return parts.filter((part) => part !== "").join("  ");
}

function paintOf(state: TaskState, paint: Paint): (text: string) => string {
  switch (state) {
    case "synced":
      return paint.green;
    case "conflict":
    case "orphan":
      return paint.red;
    case "ahead":
    case "behind":
      return paint.yellow;
    case "unlinked":
    case "unknown":
      return paint.dim;
  }
}
