import { readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { Fault } from "../core/fault.ts";
import { readSetupRecord, writeSetupRecord } from "../store/setup-record.ts";
import { act, missingFolders, putInPlace, removeIfEmpty } from "./files.ts";
import { noted } from "./noted.ts";
import type { Action, Step } from "./step.ts";

/**
 * Does what the steps say, all of it or nothing. What is going to be done is written down first, so that it can be undone
 * even when the process is killed halfway. Throws `Fault("storage")`.
 */
export function apply(commonDir: string, steps: readonly Step[]): void {
  const actions = steps.flatMap((step) => step.actions);
  if (actions.length === 0) return;
  const known = readSetupRecord(commonDir);
  writeSetupRecord(
    commonDir,
    actions.reduce((entries, action) => noted(entries, action, commonDir), known),
  );
  const backwards: (() => void)[] = [];
  for (const action of actions) {
    try {
      perform(action, backwards);
    } catch (cause) {
      for (const back of backwards.reverse()) back();
      writeSetupRecord(commonDir, known);
      throw notWritten(action, cause);
    }
  }
}

/** Does one action, and notes how to take it back. */
function perform(action: Action, backwards: (() => void)[]): void {
  if (action.kind === "write") {
    const folders = missingFolders(action.path);
    backwards.push(() => [...folders].reverse().forEach(removeIfEmpty));
  }
  const back = inverse(action);
  act(action);
  backwards.push(back);
}

function inverse(action: Action): () => void {
  if (action.kind === "move") return () => renameSync(action.to, action.from);
  const { kind, path } = action;
  if (kind === "write") return () => rmSync(path, { force: true });
  const [bytes, mode] = [readFileSync(path), statSync(path).mode & 0o7777];
  return () => putInPlace(path, bytes, mode);
}

function notWritten(action: Action, cause: unknown): Fault {
  const path = action.kind === "move" ? action.from : action.path;
  const found = cause instanceof Error ? cause.message : String(cause);
  return new Fault("storage", `${path} could not be written, so nothing was changed.`, {
    found,
    wanted: "a folder and a file that you may write to",
    cause,
  });
}
