import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

/** A file of another tool, read so that its comments, order and quotes stay. Null where it is no mapping. */
export function readYaml(text: string): Document | null {
  const document = parseDocument(text, { keepSourceTokens: true });
  if (document.errors.length > 0) return null;
  return document.contents === null || isMap(document.contents) ? document : null;
}

/** The list under a key of the document; null where something else stands there. Made where it is missing. */
export function listAt(document: Document, path: readonly string[]): YAMLSeq | null {
  const found: unknown = document.getIn(path, true);
  if (isSeq(found)) return found;
  if (found !== undefined && !(isScalar(found) && found.value === null)) return null;
  document.setIn(path, document.createNode([]));
  const made: unknown = document.getIn(path, true);
  return isSeq(made) ? made : null;
}

/**
 * A text with one more item at the end of a list. Only lines are added, where the list has lines of its own; else the
 * document is written anew. Null where there can be no such list. `item`: the item's YAML, from its dash on, at no indent.
 */
export function withItem(text: string, path: readonly string[], item: string): string | null {
  const spliced = splicedInto(text, path, item);
  const document = readYaml(text);
  const list = document === null ? null : listAt(document, path);
  if (document === null || list === null) return null;
  const [value]: readonly unknown[] = parse(item);
  list.add(document.createNode(value));
  const wanted = JSON.stringify(document.toJS());
  if (spliced !== null && JSON.stringify(readYaml(spliced)?.toJS()) === wanted) return spliced;
  const written = document.toString({ lineWidth: 0 });
  return text.includes("\r\n") ? written.replaceAll("\n", "\r\n") : written;
}

/** Below the last item of the list, or below the last key of the mapping that misses the list. */
function splicedInto(text: string, path: readonly string[], item: string): string | null {
  const document = readYaml(text);
  const list: unknown = document?.getIn(path, true);
  if (isSeq(list)) return splicedBelow(text, list, list.items.at(-1), item);
  const parent: unknown = document?.getIn(path.slice(0, -1), true);
  if (list !== undefined || !isMap(parent)) return null;
  const block = `${path.at(-1)}:\n${item.replace(/^(?=.)/gmu, "  ")}`;
  const last = parent.items.at(-1);
  return splicedBelow(text, parent, last?.value ?? last?.key, block);
}

function splicedBelow(text: string, holder: YAMLSeq | YAMLMap, last: unknown, block: string): string | null {
  const token = holder.srcToken;
  if (token?.type !== "block-seq" && token?.type !== "block-map") return null;
  if (!isNode(last) || !last.range) return null;
  const end = text.slice(0, last.range[1]).trimEnd().length;
  const line = text.indexOf("\n", end);
  return insertLines(text, line === -1 ? text.length : line + 1, marked(block, token.indent));
}

const BEGIN = "# golden-thread:begin: golden-thread uninstall takes this out";
const END = "# golden-thread:end";

/** Lines between two comments by which they are found again. */
export function marked(block: string, indent = 0): string {
  const lines = [BEGIN, ...block.trimEnd().split("\n"), END];
  return lines.map((line) => `${" ".repeat(indent)}${line}\n`).join("");
}

/** Lines put into a text where a line begins, with the line ends that it has. */
export function insertLines(text: string, at: number, lines: string): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const head = text.slice(0, at);
  const gap = head === "" || head.endsWith("\n") ? "" : eol;
  return `${head}${gap}${lines.replaceAll("\n", eol)}${text.slice(at)}`;
}

/** A text without any lines that were marked; null where there are none. */
export function withoutMarked(text: string): string | null {
  const rest = text.replace(
    /^[ \t]*# golden-thread:begin[^\n]*\n[\s\S]*?^[ \t]*# golden-thread:end[^\n]*(?:\n|$)/gmu,
    "",
  );
  return rest === text ? null : rest;
}
