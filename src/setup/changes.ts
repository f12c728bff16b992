import { type FileChange, fileNow } from "./preview.ts";
import type { Action, Step } from "./step.ts";
import type { UndoStep } from "./uninstall.ts";

/** The files that steps of `init` change. */
export function changesOf(steps: readonly Step[]): readonly FileChange[] {
  const files = new Map<string, FileChange>();
  for (const action of steps.flatMap((step) => step.actions)) {
    if (action.kind === "move") move(files, action);
    else {
      const now = files.get(action.path) ?? { path: action.path, before: fileNow(action.path), after: null };
      files.set(action.path, {
        ...now,
        after: { bytes: Buffer.from(action.text, "utf8"), mode: modeOf(action, now) },
      });
    }
  }
  return [...files.values()];
}

function move(
  files: Map<string, FileChange>,
  { from, to }: Extract<Action, { readonly kind: "move" }>,
): void {
  const before = fileNow(from);
  files.set(from, { path: from, before, after: null });
  files.set(to, { path: to, before: null, after: before });
}

function modeOf(action: Exclude<Action, { readonly kind: "move" }>, now: FileChange): number {
  if (action.kind === "edit") return now.before?.mode ?? 0o644;
  return action.executable ? 0o755 : 0o644;
}

/** The files that steps of `uninstall` change. */
export function changesBack(commonDir: string, steps: readonly UndoStep[]): readonly FileChange[] {
  const files = new Map<string, FileChange>();
  for (const { code, path, text, entry } of steps) {
    if (code === "moved-back" && entry.kind === "moved") {
      const from = `${commonDir}/${entry.to}`;
      const moved = fileNow(from);
      files.set(from, { path: from, before: moved, after: null });
      files.set(path, { path, before: fileNow(path), after: moved });
    } else if (text !== undefined) {
      const before = fileNow(path);
      const after = text === null ? null : { bytes: text, mode: before?.mode ?? 0o644 };
      files.set(path, { path, before, after });
    }
  }
  return [...files.values()];
}
