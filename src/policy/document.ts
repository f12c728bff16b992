import type { Document, LineCounter, Node, Pair, YAMLError } from "yaml";
import type { Problem } from "../core/fault.ts";
import { findTokens } from "../core/secrets.ts";
import { FILE_LIMIT } from "./limits.ts";

/** No policy nests deeper. The parser takes minutes for tens of thousands of open brackets or `? ? ?`. */
const DEPTH_LIMIT = 50;

/** A place in a text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A YAML or JSON file that people write: plain values, and where each of them stands. */
export interface ParsedFile {
  readonly file: string;
  /** Null: the file holds nothing, or could not be read. */
  readonly value: unknown;
  /** False: the text is no YAML of ours, and `problems` say why. Tokens are problems in a readable file. */
  readonly readable: boolean;
  readonly problems: readonly Problem[];
  /** Where a value stands, or the nearest one around it; `key`: its key. */
  place(path: readonly PropertyKey[], part?: "key" | "value"): Position;
}

/**
 * Reads YAML 1.2 in its core schema (JSON is part of it). Strict: unique keys, one document, no tags, directives or
 * aliases. Never throws for any text, and no problem ever repeats the text, which may hold a secret.
 */
export async function parseFile(file: string, bytes: Uint8Array): Promise<ParsedFile> {
  const whole = (message: string, wanted: string): ParsedFile => unusable(file, { message, wanted });
  if (bytes.byteLength > FILE_LIMIT) return whole("the file is too long", `at most ${FILE_LIMIT} bytes`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return whole("the file is not UTF-8 text", "UTF-8");
  }
  if (nestsTooDeep(text)) return whole("the file nests too deeply", `at most ${DEPTH_LIMIT} levels`);
  const yaml = await import("yaml");
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, {
    schema: "core",
    version: "1.2",
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    merge: false,
    lineCounter: lines,
  });
  const at = (offset: number): Position => position(lines, offset);
  const broken = [
    ...[...document.errors, ...document.warnings].map((error) => syntaxProblem(file, error, at)),
    ...shapeProblems(file, document, yaml, at),
    ...(file.endsWith(".json") ? jsonProblems(file, text) : []),
  ];
  const readable = broken.length === 0;
  return {
    file,
    value: readable ? document.toJS() : null,
    readable,
    problems: [...broken, ...findTokens(text).map((offset) => tokenProblem(file, at(offset)))],
    place: (path, part = "value") => at(offsetOf(document, path, part, yaml)),
  };
}

function unusable(file: string, what: { message: string; wanted: string }): ParsedFile {
  const top = { line: 1, column: 1 };
  return {
    file,
    value: null,
    readable: false,
    problems: [{ file, ...top, key: "", ...what }],
    place: () => top,
  };
}

/** A crude count that ignores quotes and comments: it only has to refuse what would stall the parser. */
function nestsTooDeep(text: string): boolean {
  if (new RegExp(`(?:[-?:][ \\t]+){${DEPTH_LIMIT}}`).test(text)) return true;
  let depth = 0;
  for (const bracket of text.match(/[[\]{}]/g) ?? []) {
    depth = Math.max(0, depth + (bracket === "[" || bracket === "{" ? 1 : -1));
    if (depth > DEPTH_LIMIT) return true;
  }
  return /^[ \t]{400}/m.test(text);
}

function position(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function syntaxProblem(file: string, error: YAMLError, at: (offset: number) => Position): Problem {
  return { file, ...at(error.pos[0]), key: "", message: syntaxMessage(error.code) };
}

/** The parser's own sentences quote the text, so each code gets one of ours. */
function syntaxMessage(code: YAMLError["code"]): string {
  switch (code) {
    case "DUPLICATE_KEY":
      return "this key stands twice in the same mapping";
    case "TAB_AS_INDENT":
      return "a tab is used as indentation; YAML wants spaces";
    case "MULTIPLE_DOCS":
      return "the file holds a second document; one is read";
    case "TAG_RESOLVE_FAILED":
      return "tags (`!name`) are not read";
    case "BAD_ALIAS":
      return "aliases (`*name`) are not read";
    case "NON_STRING_KEY":
      return "a key must be text";
    case "MISSING_CHAR":
      return "a closing quote, bracket or comma is missing";
    case "BLOCK_AS_IMPLICIT_KEY":
      return "a mapping can't start here; put the value in quotes if it holds `: `";
    default:
      return `not valid YAML (${code.toLowerCase().replaceAll("_", " ")})`;
  }
}

function shapeProblems(
  file: string,
  document: Document,
  yaml: typeof import("yaml"),
  at: (offset: number) => Position,
): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (node: Node, message: string): void => {
    problems.push({ file, ...at(node.range?.[0] ?? 0), key: "", message });
  };
  if (document.directives?.yaml.explicit === true) {
    problems.push({ file, line: 1, column: 1, key: "", message: "directives (`%YAML`) are not read" });
  }
  yaml.visit(document, {
    Alias: (_, node) => add(node, "aliases (`*name`) are not read"),
    Pair: (_, pair) => {
      if (yaml.isScalar(pair.key) && pair.key.value === "__proto__") add(pair.key, "this key can't be used");
    },
  });
  return problems;
}

function tokenProblem(file: string, at: Position): Problem {
  return {
    file,
    ...at,
    key: "",
    message: "this looks like a token; it must not stand in a file that is committed, so revoke it",
    wanted: "tokens in the environment, a vendor's command line tool or the keychain",
  };
}

/** YAML reads more than JSON; a file that is called JSON must be JSON for every other tool too. */
function jsonProblems(file: string, text: string): readonly Problem[] {
  try {
    if (text.trim() !== "") JSON.parse(text);
    return [];
  } catch {
    return [{ file, line: 1, column: 1, key: "", message: "not valid JSON", wanted: "JSON, or a .yml file" }];
  }
}

/** Walks as far as the path exists. */
function offsetOf(
  document: Document,
  path: readonly PropertyKey[],
  part: "key" | "value",
  yaml: typeof import("yaml"),
): number {
  let node: unknown = document.contents;
  let offset = yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, step] of path.entries()) {
    const pair = pairAt(node, step, yaml);
    const next: unknown = pair === null ? itemAt(node, step, yaml) : pair.value;
    const wantsKey = pair !== null && (part === "key" || !yaml.isNode(next)) && depth === path.length - 1;
    const anchor: unknown = wantsKey ? pair?.key : next;
    if (!yaml.isNode(anchor)) return offset;
    offset = anchor.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}

function pairAt(node: unknown, step: PropertyKey, yaml: typeof import("yaml")): Pair | null {
  if (!yaml.isMap(node)) return null;
  return (
    node.items.find((pair) => yaml.isScalar(pair.key) && String(pair.key.value) === String(step)) ?? null
  );
}

function itemAt(node: unknown, step: PropertyKey, yaml: typeof import("yaml")): unknown {
  return yaml.isSeq(node) ? node.items[Number(step)] : undefined;
}
