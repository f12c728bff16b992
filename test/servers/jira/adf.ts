/** Nodes that may stand in a document that is written, and what each may hold. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  doc: [
    "paragraph",
    "heading",
    "bulletList",
    "orderedList",
    "taskList",
    "codeBlock",
    "blockquote",
    "rule",
    "panel",
  ],
  paragraph: ["text", "hardBreak"],
  heading: ["text", "hardBreak"],
  bulletList: ["listItem"],
  orderedList: ["listItem"],
  listItem: ["paragraph", "bulletList", "orderedList", "taskList", "codeBlock"],
  taskList: ["taskItem", "taskList"],
  taskItem: ["text", "hardBreak"],
  codeBlock: ["text"],
  blockquote: ["paragraph", "bulletList", "orderedList", "codeBlock"],
  panel: ["paragraph", "heading", "bulletList", "orderedList"],
  rule: [],
  hardBreak: [],
  text: [],
};

const ATTRS: Readonly<Record<string, readonly string[]>> = {
  heading: ["level"],
  taskList: ["localId"],
  taskItem: ["localId", "state"],
};

const MARKS = new Set(["strong", "em", "strike", "code", "link"]);

/** What Jira would refuse in a document; null: nothing. */
export function adfProblem(value: unknown, parent = ""): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "a node is no object";
  const node: Readonly<Record<string, unknown>> = { ...value };
  const { type, text, content = [], attrs = {}, marks = [] } = node;
  if (typeof type !== "string" || HOLDS[type] === undefined) return `no node ${String(type)}`;
  if (parent === "" ? type !== "doc" || node.version !== 1 : !HOLDS[parent]?.includes(type))
    return `${type} in ${parent}`;
  if (
    type === "text" &&
    (typeof text !== "string" || text === "" || (parent !== "codeBlock" && text.includes("\n")))
  )
    return "an empty or broken text";
  for (const name of ATTRS[type] ?? [])
    if (typeof attrs !== "object" || attrs === null || !(name in attrs)) return `${type} without ${name}`;
  if (!Array.isArray(marks) || !marks.every((mark: { type?: unknown }) => MARKS.has(String(mark.type))))
    return "a bad mark";
  if (type.endsWith("List") && Array.isArray(content) && content.length === 0) return `an empty ${type}`;
  if (!Array.isArray(content)) return "content is no list";
  for (const child of content) {
    const problem = adfProblem(child, type);
    if (problem !== null) return problem;
  }
  return null;
}
