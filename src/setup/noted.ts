import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import type { SetupEntry } from "../store/setup-record.ts";
import { digestOf, digestOfFile, missingFolders } from "./files.ts";
import type { Action } from "./step.ts";

/** The record with one more action, which is still to be done. What stood there before the first one stays what it was. */
export function noted(
  entries: readonly SetupEntry[],
  action: Action,
  commonDir: string,
): readonly SetupEntry[] {
  const named = (path: string): string => relative(commonDir, path).split(sep).join("/");
  if (action.kind === "move") {
    const moved = { kind: "moved", from: named(action.from), to: named(action.to) } as const;
    const isKnown = entries.some((entry) => entry.kind === "moved" && entry.to === moved.to);
    return isKnown ? entries : [...entries, moved];
  }
  const path = named(action.path);
  const after = digestOf(action.text);
  const known = entries.find((entry) => entry.kind !== "moved" && entry.path === path);
  const rest = entries.filter((entry) => entry !== known);
  if (action.kind === "edit") return [...rest, edited(action, { path, after, known })];
  const folders = [
    ...(known?.kind === "wrote" ? known.folders : []),
    ...missingFolders(action.path).map(named),
  ];
  return [...rest, { kind: "wrote", path, after, folders: [...new Set(folders)], part: action.part ?? null }];
}

function edited(
  { path: file, part }: Extract<Action, { readonly kind: "edit" }>,
  {
    path,
    after,
    known,
  }: { readonly path: string; readonly after: string; readonly known: SetupEntry | undefined },
): SetupEntry {
  if (known === undefined || known.kind === "moved") {
    return { kind: "edited", path, after, before: readFileSync(file).toString("base64"), part };
  }
  const isOurs = digestOfFile(file) === known.after;
  // Somebody else changed it after us: what was there at first is no longer what to go back to.
  if (known.kind === "edited") return { ...known, after, before: isOurs ? known.before : null };
  return isOurs ? { ...known, after } : { kind: "edited", path, after, before: null, part };
}
