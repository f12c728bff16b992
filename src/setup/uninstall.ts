import { lstatSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../core/fault.ts";
import { CLIENT_HOOKS } from "../core/hook-names.ts";
import { gitPath, openRepository } from "../git/repository.ts";
import { type GitOptions, openGit } from "../git/run.ts";
import { readSetupRecord, type SetupEntry, writeSetupRecord } from "../store/setup-record.ts";
import { digestOf, digestOfFile, isThere, putInPlace, removeIfEmpty } from "./files.ts";
import { withoutHusky } from "./husky-hooks.ts";
import { unrecorded } from "./unrecorded.ts";
import { withoutMarked } from "./yaml-text.ts";

/** What is done about one entry of the record. `left`: the file was changed since, and is the user's now. */
export type UndoCode = "removed" | "restored" | "moved-back" | "part-removed" | "left" | "gone";

/** One step back. Paths are absolute. */
export interface UndoStep {
  readonly code: UndoCode;
  readonly path: string;
  /** The text that the file will have; null: it will be gone. Absent where nothing is written. */
  readonly text?: Uint8Array | null;
  readonly entry: SetupEntry;
}

/** What it takes to have a repository as it was before `init`, the last thing first. Reads only. */
export async function planUninstall(
  options: GitOptions,
): Promise<{ readonly root: string; readonly commonDir: string; readonly steps: readonly UndoStep[] }> {
  const repo = await openRepository(openGit(options));
  const { root, commonDir } = repo;
  const known = readSetupRecord(commonDir);
  const entries = [...known, ...unrecorded(commonDir, await gitPath(repo, "hooks"), known)];
  const vacated = new Set<string>();
  const steps = [...entries].reverse().map((entry) => {
    const step = stepBack(entry, commonDir, vacated);
    if (step.code === "removed" || step.code === "gone") vacated.add(step.path);
    return step;
  });
  return { root: root ?? commonDir, commonDir, steps };
}

/** Goes back, step by step; what could not be undone stays in the record. Throws `Fault("storage")`. */
export function applyUninstall(commonDir: string, steps: readonly UndoStep[]): void {
  let entries = readSetupRecord(commonDir);
  for (const step of steps) {
    try {
      goBack(step, commonDir);
    } catch (cause) {
      writeSetupRecord(commonDir, entries);
      const found = cause instanceof Error ? cause.message : String(cause);
      throw new Fault("storage", `${step.path} could not be restored.`, {
        found,
        wanted: "a folder and a file that you may write to",
        fix: "golden-thread uninstall --yes",
        cause,
      });
    }
    if (step.code === "left" && step.entry.kind === "moved") continue;
    const done = JSON.stringify(step.entry);
    entries = entries.filter((entry) => JSON.stringify(entry) !== done);
  }
  writeSetupRecord(commonDir, entries);
}

function stepBack(entry: SetupEntry, commonDir: string, vacated: ReadonlySet<string>): UndoStep {
  if (entry.kind === "moved") {
    const [from, to] = [join(commonDir, entry.from), join(commonDir, entry.to)];
    if (!isThere(to)) return { code: "gone", path: to, entry };
    const isFree = !isThere(from) || vacated.has(from);
    return { code: isFree ? "moved-back" : "left", path: isFree ? from : to, entry };
  }
  const path = join(commonDir, entry.path);
  if (!isThere(path)) return { code: "gone", path, entry };
  const isUntouched = digestOfFile(path) === entry.after;
  if (isUntouched && entry.kind === "wrote") return { code: "removed", path, text: null, entry };
  if (entry.kind === "edited" && entry.before !== null) {
    const before = Buffer.from(entry.before, "base64");
    if (isUntouched) return { code: "restored", path, text: before, entry };
    // Killed before it was edited, or taken out by hand: there is nothing of ours in it.
    if (digestOfFile(path) === digestOf(before)) return { code: "gone", path, entry };
  }
  const rest = entry.part === null ? null : withoutPart(path, entry.part);
  return rest === null
    ? { code: "left", path, entry }
    : { code: "part-removed", path, text: Buffer.from(rest, "utf8"), entry };
}

function withoutPart(path: string, part: string): string | null {
  if (lstatSync(path).isFile() === false) return null;
  const text = readFileSync(path, "utf8");
  if (part === "lefthook" || part === "pre-commit") return withoutMarked(text);
  const hook = CLIENT_HOOKS.find((name) => part === `husky:${name}`);
  return hook === undefined ? null : withoutHusky(text, hook);
}

function goBack({ code, path, text, entry }: UndoStep, commonDir: string): void {
  if (code === "left") return;
  if (entry.kind === "moved") {
    if (code === "moved-back") renameSync(join(commonDir, entry.to), path);
    return;
  }
  if (text === null || (entry.kind === "wrote" && isBlank(text))) rmSync(path);
  else if (text !== undefined) putInPlace(path, text, statSync(path).mode & 0o7777);
  if (entry.kind === "wrote")
    for (const folder of [...entry.folders].reverse()) removeIfEmpty(join(commonDir, folder));
}

/** A file that we made and that nobody else put anything into. */
function isBlank(text: Uint8Array | undefined): boolean {
  return text !== undefined && Buffer.from(text).toString("utf8").trim() === "";
}
