import { type Block, blocksOf, type Item, type Run, runsOf } from "../markdown.ts";

/** A node as it is sent. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The Atlassian document of plain Markdown. What the small reader does not know is sent as text. */
export function writeAdf(markdown: string): Node {
  const content = blocksOf(markdown).flatMap(blockNodes);
  return { type: "doc", version: 1, content: content.length === 0 ? [paragraph("")] : content };
}

function blockNodes(block: Block, at: number): readonly Node[] {
  switch (block.kind) {
    case "heading":
      return [{ type: "heading", attrs: { level: block.level }, content: inline(block.text) }];
    case "paragraph":
      return [paragraph(block.text)];
    case "quote":
      return [{ type: "blockquote", content: [paragraph(block.text)] }];
    case "rule":
      return [{ type: "rule" }];
    case "code":
      return [
        {
          type: "codeBlock",
          ...(block.language === "" ? {} : { attrs: { language: block.language } }),
          content: block.text === "" ? [] : [{ type: "text", text: block.text }],
        },
      ];
    case "list":
      return lists(block.items, `list-${at}`);
  }
}

function paragraph(text: string): Node {
  return { type: "paragraph", content: inline(text) };
}

/** Items of one kind in a row make one list; deeper ones belong to the item before them. */
function lists(items: readonly Item[], path: string): readonly Node[] {
  const nodes: Node[] = [];
  let at = 0;
  while (at < items.length) {
    const first = items[at];
    if (first === undefined) break;
    const from = at;
    while (at < items.length && belongs(items[at], first)) at++;
    nodes.push(listNode(items.slice(from, at), first, `${path}-${from}`));
  }
  return nodes;
}

function belongs(item: Item | undefined, first: Item): boolean {
  return item !== undefined && (item.depth > first.depth || kindOf(item) === kindOf(first));
}

function kindOf({ done, ordered }: Item): "taskList" | "orderedList" | "bulletList" {
  if (done !== null) return "taskList";
  return ordered ? "orderedList" : "bulletList";
}

function listNode(items: readonly Item[], first: Item, path: string): Node {
  const type = kindOf(first);
  const content = groups(items, first.depth).flatMap(([item, ...below], at): readonly Node[] => {
    const deeper = lists(below, `${path}-${at}`);
    if (item === undefined) return deeper;
    if (type !== "taskList") return [{ type: "listItem", content: [paragraph(item.text), ...deeper] }];
    const state = item.done === true ? "DONE" : "TODO";
    const task = { type: "taskItem", attrs: { localId: `${path}-${at}`, state }, content: inline(item.text) };
    // A task list holds tasks and task lists only.
    const flat = below.map(({ text, done }, below) => ({
      type: "taskItem",
      attrs: { localId: `${path}-${at}-${below}`, state: done === true ? "DONE" : "TODO" },
      content: inline(text),
    }));
    return [task, ...flat];
  });
  return type === "taskList" ? { type, attrs: { localId: path }, content } : { type, content };
}

/** Each item with those below it. */
function groups(items: readonly Item[], depth: number): readonly (readonly Item[])[] {
  const found: Item[][] = [];
  for (const item of items) {
    const last = found.at(-1);
    if (item.depth <= depth || last === undefined) found.push([item]);
    else last.push(item);
  }
  return found;
}

/** ADF has no empty text, and no line break inside one. */
function inline(text: string): readonly Node[] {
  return runsOf(text).flatMap((run) =>
    run.text.split("\n").flatMap((line, at): readonly Node[] => {
      const broken: readonly Node[] = at === 0 ? [] : [{ type: "hardBreak" }];
      return line === "" ? broken : [...broken, { type: "text", text: line, ...marks(run) }];
    }),
  );
}

function marks({ mark, href }: Run): { readonly marks?: readonly Node[] } {
  switch (mark) {
    case "plain":
      return {};
    case "link":
      return { marks: [{ type: "link", attrs: { href } }] };
    case "strong":
    case "em":
    case "strike":
    case "code":
      return { marks: [{ type: mark }] };
  }
}
