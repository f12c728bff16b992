/** A JSON Schema, or a part of one. */
export type SchemaNode = Readonly<Record<string, unknown>>;

/** Any text. */
export const text: SchemaNode = { type: "string" };

/** A number of things, or a place in a list. */
export const index: SchemaNode = { type: "integer", minimum: 0 };

/** Any text, or nothing. */
export const textOrNull: SchemaNode = { type: ["string", "null"] };

/** Where a verdict is asked for. */
export const place: SchemaNode = { enum: ["hook", "ci", "server"] };

/** A list of one kind of things. */
export function list(items: SchemaNode): SchemaNode {
  return { type: "array", items };
}

/** One kind of thing, or null. */
export function orNull(node: SchemaNode): SchemaNode {
  return { oneOf: [{ type: "null" }, node] };
}

/** An object that has these keys and no other; a name that ends in `?` may be left out. */
export function record(properties: Readonly<Record<string, SchemaNode>>): SchemaNode {
  const entries = Object.entries(properties);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, node]) => [name.replace(/\?$/u, ""), node])),
    required: entries.map(([name]) => name).filter((name) => !name.endsWith("?")),
    additionalProperties: false,
  };
}

/** What made the document. */
export const tool: SchemaNode = record({ name: { const: "golden-thread" }, version: text });
