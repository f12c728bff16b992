import { isSame } from "../../src/satellite/three-way.ts";
import { connect } from "./connect.ts";
import { servers } from "./index.ts";

/** What people write into descriptions, one construct each. */
const CONSTRUCTS: Readonly<Record<string, string>> = {
  paragraphs: "One paragraph.\n\nAnother one.",
  "line break": "One line\\\nand the next",
  "heading 1": "# Heading",
  "heading 2": "## Heading\n\nText",
  "heading 6": "###### Heading",
  bold: "Some **bold** text",
  italic: "Some *italic* text",
  "bold and italic": "Some ***both*** text",
  strikethrough: "Some ~~struck~~ text",
  "inline code": "Call `run()` now",
  "inline code with a star": "Call `a * b` now",
  "code block": "```\nplain *code*\n```",
  "code block of a language": '```ts\nconst a: string = "<b>";\n```',
  "code block with blank lines": "```\na\n\n\nb\n```",
  link: "See [the page](https://example.test/page)",
  "link with a title": 'See [the page](https://example.test/page "Title")',
  "bare address": "See https://example.test/page?a=1&b=2",
  image: "![A picture](https://example.test/a.png)",
  "bullet list": "- one\n- two\n- three",
  "numbered list": "1. one\n2. two\n3. three",
  "list from 5": "5. five\n6. six",
  "nested list": "- one\n  - inner\n  - more\n- two",
  "list with a paragraph": "- one\n\n  More of one\n\n- two",
  "task list": "- [ ] open\n- [x] done",
  quote: "> Somebody said\n> two lines",
  "nested quote": "> Outer\n>\n> > Inner",
  rule: "Above\n\n---\n\nBelow",
  table: "| A | B |\n| --- | --- |\n| 1 | 2 |",
  "table with a bar": "| A | B |\n| --- | --- |\n| 1 \\| 2 | 3 |",
  "escaped signs": "Not \\*italic\\* and not \\_that\\_",
  "angle brackets": "If a < b and c > d & e",
  "raw HTML": "Press <kbd>Ctrl</kbd>",
  "HTML comment": "Before\n\n<!-- hidden -->\n\nAfter",
  "letters outside ASCII": "Übergröße 東京 🚀",
  "snake case": "Set some_long_name and 2*3*4",
  "wiki signs": "Keep {braces}, [brackets], h1. and -dashes-",
};

/** What comes back: the same text, its words under other mark-up, or not even all of these. */
type Trip = "same" | "changed" | "lost";

/** One tracker's row. */
interface TripRow {
  readonly tracker: string;
  readonly trips: Readonly<Record<string, { readonly trip: Trip; readonly back: string }>>;
}

/** Writes every construct into a ticket of every tracker by its own protocol, and reads it back; as a Markdown document. */
export async function roundTripsText(): Promise<string> {
  const rows: TripRow[] = [];
  for (const name of Object.keys(servers)) rows.push(await rowOf(name));
  return documentOf(rows);
}

async function rowOf(name: string): Promise<TripRow> {
  const server = await servers[name]?.();
  if (server === undefined) throw new Error(`no server ${name}`);
  try {
    const tracker = await connect(server, { tryMs: 20_000 });
    const trips: Record<string, { trip: Trip; back: string }> = {};
    for (const [construct, text] of Object.entries(CONSTRUCTS)) {
      await tracker.edit(server.seed.open.id, { description: text });
      const look = await tracker.one(server.seed.open.id);
      const back = look.status === "found" ? look.ticket.description : "";
      trips[construct] = { trip: tripOf(text, back), back };
    }
    return { tracker: name, trips };
  } finally {
    await server.loopback.close();
  }
}

function tripOf(sent: string, back: string): Trip {
  if (isSame(sent, back)) return "same";
  return wordsOf(sent) === wordsOf(back) ? "changed" : "lost";
}

/** Letters and digits alone: what is left of a text when every sign is taken for mark-up. */
function wordsOf(text: string): string {
  return text
    .replace(/&(?:lt|gt|amp);/g, "")
    .replace(/[^\p{L}\p{N}\p{So}]+/gu, " ")
    .trim();
}

function documentOf(rows: readonly TripRow[]): string {
  const head = `| | ${rows.map(({ tracker }) => tracker).join(" | ")} |`;
  const names = Object.keys(CONSTRUCTS);
  const lines = names.map((name) => {
    const signs = rows.map(({ trips }) => SIGNS[trips[name]?.trip ?? "lost"]);
    return `| ${name} | ${signs.join(" | ")} |`;
  });
  const differences = rows.flatMap(({ tracker, trips }) =>
    names.flatMap((name) => {
      const { trip = "lost", back = "" } = trips[name] ?? {};
      return trip === "same"
        ? []
        : [`| ${tracker} | ${name} | ${code(CONSTRUCTS[name] ?? "")} | ${code(back)} |`];
    }),
  );
  return [
    "# What a description survives",
    "",
    "`remote sync --write` writes Markdown in each tracker's own format and reads it back. The table is made by",
    "`npx vitest run test/satellite/round-trips.test.ts -u` from the providers and the servers of the tests, which keep what they are sent; what a vendor's",
    "editor changes later is not in it. ✓ the same text · ~ its words under other mark-up · ✗ some of it does not come back. An HTML comment",
    "stays in the tracker and is never shown here; a description that has one is not written over without `--strategy description=local`.",
    "",
    head,
    `|---|${rows.map(() => "---").join("|")}|`,
    ...lines,
    "",
    "| tracker | construct | sent | read back |",
    "|---|---|---|---|",
    ...differences,
    "",
  ].join("\n");
}

function code(text: string): string {
  return `<code>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("|", "&#124;").replaceAll("\n", "⏎")}</code>`;
}

const SIGNS: Readonly<Record<Trip, string>> = { same: "✓", changed: "~", lost: "✗" };
