import { existsSync } from "node:fs";
import { join } from "node:path";

/** What `dist/` is entered by. `hook`: one file on its own; everything else shares lazy chunks; `face`: with declarations. */
const ENTRIES = [
  { file: "hook.cjs", source: "src/hook/fast.ts", kind: "hook", executable: true },
  { file: "engine.js", source: "src/hook/main.ts", kind: "module", executable: false },
  { file: "cli.js", source: "src/cli/main.ts", kind: "module", executable: true },
  { file: "action.js", source: "src/action/main.ts", kind: "module", executable: false },
  { file: "index.js", source: "src/index.ts", kind: "face", executable: false },
  { file: "rule.js", source: "src/rule.ts", kind: "face", executable: false },
  { file: "provider.js", source: "src/provider.ts", kind: "face", executable: false },
];

/** The entries; a missing source is an error, because a gate without one of its doors is not a gate. */
export function entriesOf(root) {
  const missing = ENTRIES.filter((entry) => !existsSync(join(root, entry.source)));
  if (missing.length > 0) throw new Error(`no source for ${missing.map((entry) => entry.file).join(", ")}`);
  return ENTRIES;
}
