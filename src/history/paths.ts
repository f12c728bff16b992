import type { Law } from "../core/law.ts";
import { type HistoryTable, STATUS_SPAN } from "./table.ts";

/** What the law has to say about one path, found once however many commits change it. */
export interface PathKind {
  /** Index of the last scope that holds it, -1: none. */
  readonly scope: number;
  /** It is the gate's own law. */
  readonly law: boolean;
}

/** The kinds of all paths of a history, by their number in `pathNames`. */
export function pathKinds(law: Law, names: readonly string[]): readonly PathKind[] {
  const scopes = law.scopes.map((scope) => scope.globs.map((source) => new RegExp(source)));
  const lawPaths = law.lawPaths.map((source) => new RegExp(source));
  return names.map((name) => ({
    scope: scopes.findLastIndex((patterns) => patterns.some((pattern) => pattern.test(name))),
    law: lawPaths.some((pattern) => pattern.test(name)),
  }));
}

/** Numbers into `pathNames` of the paths that commit `index` changed. */
export function pathNumbers(table: HistoryTable, index: number): Float64Array {
  if (table.paths === null) return new Float64Array();
  const { start, entries } = table.paths;
  return entries
    .slice(start[index] ?? 0, start[index + 1] ?? 0)
    .map((entry) => Math.floor(entry / STATUS_SPAN));
}
