import { join, relative, sep } from "node:path";
import { CLIENT_HOOKS } from "../core/hook-names.ts";
import type { SetupEntry } from "../store/setup-record.ts";
import { MARK } from "./chain-text.ts";
import { digestOfFile, isThere } from "./files.ts";
import { textOf } from "./scene.ts";

/** Hooks of ours that no record names: an older golden-thread wrote none, and a record can be lost. As the record would have them. */
export function unrecorded(
  commonDir: string,
  folder: string,
  known: readonly SetupEntry[],
): readonly SetupEntry[] {
  const named = (name: string): string => relative(commonDir, join(folder, name)).split(sep).join("/");
  const recorded = new Set(known.map((entry) => (entry.kind === "moved" ? entry.from : entry.path)));
  return CLIENT_HOOKS.flatMap((name): readonly SetupEntry[] => {
    if (recorded.has(named(name)) || textOf(join(folder, name))?.startsWith(MARK) !== true) return [];
    const before = `${name}.before-golden-thread`;
    const moved = { kind: "moved", from: named(name), to: named(before) } as const;
    const wrote = [`${name}.golden-thread`, name].flatMap((file): readonly SetupEntry[] => {
      const after = digestOfFile(join(folder, file));
      return after === null ? [] : [{ kind: "wrote", path: named(file), after, folders: [], part: null }];
    });
    return [...(isThere(join(folder, before)) ? [moved] : []), ...wrote];
  });
}
