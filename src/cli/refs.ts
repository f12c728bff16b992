import type { World } from "../core/ports.ts";
import type { Found, Place, ScanConfig, TextKind } from "../core/reference.ts";
import { exitCode } from "../core/verdict.ts";
import { type MessageParts, parseMessage, placeAt } from "../references/message.ts";
import { compileScanner } from "../references/scan.ts";
import { json, terminal } from "../reports/escape.ts";
import { pad } from "../reports/layout.ts";
import type { WordsCommand } from "./command.ts";
import { envelope } from "./envelope.ts";
import { type Io, readInput } from "./io.ts";
import { configOfWords, isKind, KINDS } from "./refs-config.ts";
import { answerRows, shown, WRITE_SIZE } from "./refs-rows.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "refs",
  summary: "find the tickets that a text or a tree names",
  forms: ["[FILE|-]", "--tree [REV]", "--jsonl [FILE|-]"],
  details:
    "The scanner alone: it says what counts as a reference, and asks no tracker. Without --provider it knows what the " +
    "policy of this repository knows. A text is read as a commit message unless --kind says otherwise. With --jsonl every " +
    "line is a row {id, kind, text, providers, path?, commentChar?} and is answered by {id, found: [{provider, id, start, " +
    "end, role}]}, offsets in UTF-16 units.",
  options: [
    { name: "kind", value: "KIND", values: KINDS, does: KINDS.join(", ") },
    {
      name: "provider",
      value: "NAME[=WHAT]",
      does: "github=OWNER/REPO, gitlab=GROUP/PROJECT, jira[=KEY,…], linear=KEY,…, tasks=PREFIX,…, azure, clickup, notion; may be repeated",
    },
    { name: "path", value: "PATH", does: "what a source text is called: its name tells the language" },
    { name: "comment-char", value: "CHAR", does: "what begins a comment in a commit-msg text (#)" },
    { name: "tree", does: "scan every tracked text file, of the working tree or of REV" },
    { name: "jsonl", does: "answer rows, one JSON object a line" },
    { name: "json", does: "answer as JSON" },
  ],
  examples: [
    {
      run: 'echo "Count attempts (TASK-1), see PROJ-12" | golden-thread refs --provider jira=PROJ',
      does: "finds one Jira key",
      exit: 0,
    },
    { run: "git log -1 --format=%B | golden-thread refs", does: "by this repository's policy", exit: 0 },
    { run: "golden-thread refs --tree", does: "every reference in the files of this repository", exit: 0 },
    {
      run: 'echo "task-1-count" | golden-thread refs --kind branch --json',
      does: "a branch name, as JSON",
      exit: 0,
    },
    { run: "golden-thread refs --kind mail -", does: "says which kinds there are", exit: 2 },
  ],
};

async function run(words: Words, io: Io, world: World): Promise<number> {
  const [first, ...more] = words.positionals;
  if (more.length > 0) throw usage(manual, "refs takes one thing.", { found: words.positionals.join(" ") });
  if (words.has("jsonl")) {
    if (words.has("tree"))
      throw usage(manual, "Rows bring their own texts: --jsonl and --tree exclude each other.");
    await answerRows(io, first === undefined || first === "-" ? io.stdin : [await io.readFile(first)]);
  } else if (words.has("tree")) await treeMode(words, first ?? null, io, world);
  else await textMode(words, first ?? "-", io, world);
  return exitCode("pass");
}

async function textMode(words: Words, file: string, io: Io, world: World): Promise<void> {
  const kind = kindOf(words);
  const config = await configFor(words, world);
  const text = Buffer.from(await readInput(io, file)).toString("utf8");
  const path = words.one("path") ?? (file === "-" ? null : file);
  const commentChar = words.one("comment-char");
  const found = compileScanner(config)(text, kind, {
    ...(path === null ? {} : { path }),
    ...(commentChar === null ? {} : { commentChar }),
  });
  const place = placesOf(text, kind);
  if (words.has("json")) {
    const list = found.map((one) => ({ ...shown(one), place: place(one) }));
    io.stdout.write(`${json({ ...envelope("refs"), found: list })}\n`);
    return;
  }
  const rows = positioned(text, found).map(({ at, one }) => [at, one.provider, one.id, place(one), one.role]);
  io.stdout.write(table(rows));
}

async function treeMode(words: Words, revision: string | null, io: Io, world: World): Promise<void> {
  const config = await configFor(words, world);
  const { scanTree } = await import("../scan-tree.ts");
  const asJson = words.has("json");
  let lines = "";
  const files: { readonly path: string; readonly found: readonly Found[] }[] = [];
  const skipped = await scanTree(world, config, revision, (path, text, found) => {
    if (asJson) files.push({ path, found: found.map(shown) });
    else {
      lines += treeLines(path, text, found);
      if (lines.length < WRITE_SIZE) return;
      io.stdout.write(lines);
      lines = "";
    }
  });
  io.stdout.write(lines);
  if (asJson) io.stdout.write(`${json({ ...envelope("refs"), files, skipped })}\n`);
  else for (const path of skipped) io.stderr.write(`not read, too large: ${terminal(path)}\n`);
}

function treeLines(path: string, text: string, found: readonly Found[]): string {
  return positioned(text, found)
    .map(({ at, one }) => `${terminal(path)}:${at}  ${one.provider}  ${terminal(one.id)}\n`)
    .join("");
}

function kindOf(words: Words): TextKind {
  const kind = words.one("kind") ?? "commit";
  if (isKind(kind)) return kind;
  throw usage(manual, "There is no such kind of text.", { found: kind, wanted: KINDS.join(", ") });
}

async function configFor(words: Words, world: World): Promise<ScanConfig> {
  const given = words.all("provider");
  if (given.length > 0) {
    const config = configOfWords(given);
    if (typeof config === "string") throw usage(manual, "A provider can't be used.", { found: config });
    return config;
  }
  const { openGate } = await import("../gate.ts");
  return (await openGate(world, { place: "hook" })).law.scan;
}

const PLACES = {
  branch: "branch",
  "pr-title": "title",
  "pr-body": "pr-body",
  source: "file",
} as const satisfies Readonly<Record<Exclude<TextKind, "commit" | "commit-msg">, Place>>;

function placesOf(text: string, kind: TextKind): (one: Found) => Place {
  if (kind !== "commit" && kind !== "commit-msg") return () => PLACES[kind];
  let parts: MessageParts | null = null;
  return ({ start }) => {
    parts ??= parseMessage(text);
    return placeAt(parts, start);
  };
}

/** Line and column from 1 of each reference; they come in the text's order. */
function positioned(
  text: string,
  found: readonly Found[],
): readonly { readonly at: string; readonly one: Found }[] {
  let line = 1;
  let lineStart = 0;
  return found.map((one) => {
    for (
      let end = text.indexOf("\n", lineStart);
      end >= 0 && end < one.start;
      end = text.indexOf("\n", lineStart)
    ) {
      line += 1;
      lineStart = end + 1;
    }
    return { at: `${line}:${one.start - lineStart + 1}`, one };
  });
}

function table(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, index) =>
    rows.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 0),
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, index) => pad(terminal(cell), widths[index] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** `refs`: the scanner alone, over one text, rows of texts or a tree. */
export const command = { manual, run } satisfies WordsCommand;
