import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLSeq } from "yaml";

/** A file of another tool, read so that its comments, order and quotes stay. Null where it is no mapping. */
export function readYaml(text: string): Document | null {
  const document = parseDocument(text, { keepSourceTokens: true });
  if (document.errors.length > 0) return null;
  return document.contents === null || isMap(document.contents) ? document : null;
}

/** The document as text, in the manner of the text that it was read from. */
export function writeYaml(document: Document, like: string): string {
  const text = document.toString({
    lineWidth: 0,
    indentSeq: isIndented(document),
    flowCollectionPadding: !/[[{][^\s\]}]/u.test(like) || /\{ /u.test(like),
  });
  return like.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text;
}

/** Whether lists stand further in than their key, by the first list of the file. */
function isIndented({ contents }: Document): boolean {
  const pair = isMap(contents) ? contents.items.find(holdsList) : undefined;
  const item = pair !== undefined && isSeq(pair.value) ? pair.value : null;
  const column = item?.srcToken !== undefined && "indent" in item.srcToken ? item.srcToken.indent : null;
  return column === null || column > 0;
}

function holdsList({ value }: Pair): boolean {
  return isSeq(value) && value.flow !== true && value.items.length > 0;
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
