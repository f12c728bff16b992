import type { TaskProblem } from "../core/evidence.ts";
import { type Fences, findFences } from "./fences.ts";
import { problem } from "./problem.ts";
import { quoteHandles } from "./quote-handles.ts";
import { readPlainYaml } from "./yaml-plain.ts";
import type { YamlMapping, YamlResult } from "./yaml-value.ts";

/** A task file's frontmatter and where its body begins. */
export interface Frontmatter {
  readonly values: YamlMapping;
  /** Line in the file, from 1, of each top-level key. */
  readonly lines: ReadonlyMap<string, number>;
  readonly fences: Fences;
}

/** The frontmatter, or the one thing that keeps it from being read. */
export type FrontmatterResult =
  | { readonly ok: true; readonly frontmatter: Frontmatter }
  | { readonly ok: false; readonly problem: TaskProblem };

/**
 * Reads the frontmatter of a task file. Plain YAML is read here; anything else by gray-matter with the strict
 * engine, which is loaded only then. What can't be read is a problem with its line, never an exception.
 */
export async function readFrontmatter(text: string): Promise<FrontmatterResult> {
  const found = findFences(text);
  if (!found.ok) return found;
  const { fences } = found;
  const source = quoteHandles(text.slice(fences.yamlStart, fences.yamlEnd).replaceAll("\r\n", "\n"));
  const result = await readSource(source);
  if (!result.ok)
    return { ok: false, problem: problem("yaml-error", result.problem.line + 1, result.problem.detail) };
  const { values, lines } = result.document;
  const fileLines = new Map([...lines].map(([key, line]) => [key, line + 1]));
  return { ok: true, frontmatter: { values, lines: fileLines, fences } };
}

async function readSource(source: string): Promise<YamlResult> {
  const plain = readPlainYaml(source);
  if (plain !== null) return { ok: true, document: plain };
  const { readMatter } = await import("./frontmatter-engine.ts");
  return readMatter(source);
}
