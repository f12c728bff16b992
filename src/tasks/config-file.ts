import type { TaskProblem } from "../core/evidence.ts";
import type { Tree } from "../core/ports.ts";
import { problem } from "./problem.ts";
import { quoteHandles } from "./quote-handles.ts";
import { readLimited } from "./read-limited.ts";
import { readPlainYaml } from "./yaml-plain.ts";
import type { YamlMapping, YamlResult } from "./yaml-value.ts";

/** A configuration larger than this is none. */
const MAX_CONFIG = 64 * 1024;

/** A YAML configuration as read; without values where it can't be read. */
export interface ConfigFile {
  readonly path: string;
  readonly values: YamlMapping;
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly TaskProblem[];
}

/**
 * Reads a YAML configuration strictly, as its own keys stand: a key of the same name deeper down is not taken for
 * it. Null: there is no such file. What can't be read leaves no values and one problem.
 */
export async function readConfig(tree: Tree, path: string): Promise<ConfigFile | null> {
  const bytes = await readLimited(tree, path, MAX_CONFIG);
  if (bytes === null) return null;
  if ("code" in bytes) return broken(path, 1, bytes.detail);
  const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
  const result = await readText(quoteHandles(text));
  if (!result.ok) return broken(path, result.problem.line, result.problem.detail);
  return { path, ...result.document, problems: [] };
}

async function readText(text: string): Promise<YamlResult> {
  const plain = readPlainYaml(text);
  if (plain !== null) return { ok: true, document: plain };
  const { readYaml } = await import("./yaml-engine.ts");
  return readYaml(text);
}

function broken(path: string, line: number, detail: string): ConfigFile {
  const problems = [problem("config-invalid", line, `${path}: ${detail}`)];
  return { path, values: new Map(), lines: new Map(), problems };
}
