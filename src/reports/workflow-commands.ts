import type { Annotation } from "./annotations.ts";
import { clip, commandData, commandProperty, terminal } from "./escape.ts";
import type { Severity } from "./told.ts";

/** The runner shows as many of a level and a step, and drops the rest without a word (actions/runner, `_maxCountPerIssueType`). */
const MOST = 10;
/** UTF-16 units; the runner cuts what is longer (actions/runner, `ExecutionContext.AddIssue`). */
const LONGEST = 4096;

const LEVELS: readonly Severity[] = ["error", "warning", "notice"];

/** GitHub's workflow commands for these annotations, in their order: at most ten of a level, of which the last counts those that are left out. */
export function workflowCommands(annotations: readonly Annotation[]): readonly string[] {
  return LEVELS.flatMap((level) => {
    const all = annotations.filter((annotation) => annotation.level === level);
    if (all.length <= MOST) return all.map(commandOf);
    const shown = all.slice(0, MOST - 1);
    return [...shown.map(commandOf), restOf(level, all.length - shown.length)];
  });
}

function commandOf({ level, title, message, path, line }: Annotation): string {
  const place = path === null ? [] : [`file=${property(path)}`, ...(line === null ? [] : [`line=${line}`])];
  const properties = [...place, `title=${property(`golden-thread: ${title}`)}`].join(",");
  return `::${level} ${properties}::${commandData(clip(message, LONGEST))}`;
}

/** A path too may hold what an older runner takes for a command in the midst of a line. */
function property(text: string): string {
  return commandProperty(terminal(text));
}

function restOf(level: Severity, count: number): string {
  const noun = { error: "errors", warning: "warnings", notice: "notices" }[level];
  return `::${level} title=golden-thread::${count} more ${noun}. The job's summary and report.json have all of them.`;
}
