import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import type { YamlDocument, YamlMapping, YamlResult, YamlValue } from "./yaml-value.ts";

/** Deeper nesting than any task file or configuration has. */
const MAX_DEPTH = 32;

/** The library quotes the text that it stumbles over, however long. */
const MAX_DETAIL = 200;

/** Where reading stopped; caught in this file alone. */
class Refusal extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Reads any YAML document strictly: failsafe schema (scalars stay text), unique keys, no anchors, aliases or tags,
 * one document, a map at the top, and warnings are errors. Never throws, whatever the text.
 */
export function readYaml(text: string): YamlResult {
  try {
    return { ok: true, document: read(text) };
  } catch (error) {
    const offset = error instanceof Refusal ? error.offset : 0;
    const line = text.slice(0, offset).split("\n").length;
    return { ok: false, problem: { line, detail: detailOf(error).slice(0, MAX_DETAIL) } };
  }
}

/** The library recurses into nested collections: what exhausts the stack is hostile, and ends here. */
function detailOf(error: unknown): string {
  if (error instanceof RangeError) return "nested too deeply";
  return error instanceof Error ? error.message : String(error);
}

function read(text: string): YamlDocument {
  const lineCounter = new LineCounter();
  const directive = /^%/m.exec(text);
  if (directive !== null) throw new Refusal(directive.index, "directives are not read");
  const parsed = parseDocument(text, {
    schema: "failsafe",
    uniqueKeys: true,
    strict: true,
    stringKeys: true,
    resolveKnownTags: false,
    prettyErrors: false,
    // A level below this would also hide that there is more than one document.
    logLevel: "error",
    lineCounter,
  });
  const first = [...parsed.errors, ...parsed.warnings].sort((a, b) => a.pos[0] - b.pos[0])[0];
  if (first !== undefined) throw new Refusal(first.pos[0], first.message);
  const top: unknown = parsed.contents;
  if (top === null) return { values: new Map(), lines: new Map() };
  if (isScalar(top) && top.value === "") return { values: new Map(), lines: new Map() };
  if (!isMap<Node, Node | null>(top)) throw new Refusal(0, "a map of keys is wanted at the top");
  const lines = new Map<string, number>();
  for (const pair of top.items) lines.set(keyOf(pair), lineCounter.linePos(offsetOf(pair.key)).line);
  return { values: mapping(top.items, 0), lines };
}

function mapping(items: readonly Pair<Node, Node | null>[], depth: number): YamlMapping {
  return new Map(items.map((pair) => [keyOf(pair), readNode(pair.value, depth + 1)]));
}

function keyOf(pair: Pair<Node, Node | null>): string {
  refuseProperties(pair.key);
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

function readNode(node: Node | null, depth: number): YamlValue {
  if (node === null) return "";
  refuseProperties(node);
  if (depth > MAX_DEPTH) throw new Refusal(offsetOf(node), "nested too deeply");
  if (isScalar(node)) return typeof node.value === "string" ? node.value : "";
  if (isMap<Node, Node | null>(node)) return mapping(node.items, depth);
  if (isSeq<Node>(node)) return node.items.map((item) => readNode(item, depth + 1));
  throw new Refusal(offsetOf(node), "aliases are not read");
}

function refuseProperties(node: Node): void {
  if ("anchor" in node && node.anchor !== undefined)
    throw new Refusal(offsetOf(node), "anchors are not read");
  if (node.tag !== undefined) throw new Refusal(offsetOf(node), "tags are not read");
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
