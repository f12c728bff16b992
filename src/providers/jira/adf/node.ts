/** A node of an Atlassian document, as far as it can be trusted to be one. */
export interface AdfNode {
  readonly type: string;
  readonly text: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly marks: readonly AdfNode[];
  readonly content: readonly unknown[];
}

/** Reads any value as a node; what is missing or of another kind is empty. */
export function nodeOf(value: unknown): AdfNode {
  const given = isRecord(value) ? value : {};
  return {
    type: stringOf(given.type),
    text: stringOf(given.text),
    attrs: isRecord(given.attrs) ? given.attrs : {},
    marks: Array.isArray(given.marks) ? given.marks.map(nodeOf) : [],
    content: Array.isArray(given.content) ? given.content : [],
  };
}

/** An attribute as text; empty where it is none. */
export function attr({ attrs }: AdfNode, name: string): string {
  const value = attrs[name];
  return typeof value === "number" ? String(value) : stringOf(value);
}

/** All text below a node in its order, without recursion: it may be nested as deeply as it likes. */
export function plainText(value: unknown): string {
  const stack: unknown[] = [value];
  const parts: string[] = [];
  while (stack.length > 0) {
    const node = nodeOf(stack.pop());
    if (node.text !== "") parts.push(node.text);
    for (let at = node.content.length - 1; at >= 0; at--) stack.push(node.content[at]);
  }
  return parts.join(" ");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
