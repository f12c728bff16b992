import type { Audit, AuditPart } from "../core/audit.ts";
import type { GroupKind, Minimum } from "../core/covered.ts";
import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { coverageAnswer, measured, minimumOf, partsFor, verdictOf } from "../trace/measures.ts";
import { audited, EXTENT_OPTIONS } from "./audited.ts";
import type { WordsCommand } from "./command.ts";
import type { Io } from "./io.ts";
import { formatOptions } from "./manual.ts";
import { MIN_OPTION, wantedMinimums } from "./minimums.ts";
import { targetsOf, writeTargets } from "./output.ts";
import { usage, type Words } from "./words.ts";

const FORMATS = ["json", "text"] as const;

const GROUPS: readonly GroupKind[] = ["folder", "author", "month"];

const manual: WordsCommand["manual"] = {
  name: "coverage",
  summary: "say how much leads to a ticket, both ways: tickets, commits, files, lines",
  forms: ["[--min NAME=PERCENT]… [--by folder|author|month] [--badge FILE.svg]"],
  details:
    "Counts tickets that commits, files or lines lead to, and commits, pull requests, files and lines that a ticket leads to. " +
    "A percentage has one decimal and is rounded down: 100 is all of them. Ends 1 where a minimum is missed, and 3 where what it " +
    "asks was not looked at.",
  options: [
    MIN_OPTION,
    { name: "by", value: "WHAT", values: GROUPS, does: "tell folders, authors or months apart" },
    {
      name: "badge",
      value: "FILE.svg",
      does: "write a badge of the first minimum's measure, else of commits",
    },
    ...EXTENT_OPTIONS,
    ...formatOptions(FORMATS),
    { name: "output", value: "FILE", does: "write the format to FILE instead of standard output" },
  ],
  examples: [
    { run: "golden-thread coverage", does: "what leads to a ticket, and what breaks", exit: 0 },
    { run: "golden-thread coverage --by author --json", does: "per author, for programs", exit: 0 },
    { run: "golden-thread coverage --min commits=1", does: "holds the history to a minimum", exit: 0 },
    { run: "golden-thread coverage --min commits=much", does: "says how a minimum is written", exit: 2 },
  ],
};

/** What is looked at where no minimum asks for more. */
const USUAL: readonly AuditPart[] = ["messages", "tree", "tickets"];

async function run(words: Words, io: Io, world: World): Promise<number> {
  if (words.positionals.length > 0)
    throw usage(manual, "coverage takes options alone.", { found: words.positionals.join(" ") });
  const wanted = wantedMinimums(manual, words);
  const by = groupOf(words);
  const targets = targetsOf(words, FORMATS);
  const parts = new Set([
    ...USUAL,
    ...(by === "folder" ? ["paths" as const] : []),
    ...partsFor(wanted.map(({ name }) => name)),
  ]);
  const audit = await audited(manual, words, {
    io,
    world,
    parts: wanted.length === 0 && by !== "folder" ? null : parts,
  });
  const minimums = wanted.map(({ name, percent }) => minimumOf(name, percent, audit));
  await writeBadge(words, io, audit, minimums);
  const answer = coverageAnswer(audit, minimums, by);
  await writeTargets(io, targets, async ({ format, ...how }) => {
    if (format === "json") return [`${(await import("../reports/escape.ts")).json(answer)}\n`];
    return (await import("../reports/coverage-text.ts")).coverageText(audit, answer, how);
  });
  return exitCode(verdictOf(minimums));
}

function groupOf(words: Words): GroupKind | null {
  const told = words.one("by");
  const group = GROUPS.find((name) => name === told) ?? null;
  if (told !== null && group === null)
    throw usage(manual, "Coverage is not told apart by this.", { found: told, wanted: GROUPS.join(", ") });
  return group;
}

async function writeBadge(words: Words, io: Io, audit: Audit, [first]: readonly Minimum[]): Promise<void> {
  const file = words.one("badge");
  if (file === null) return;
  const { badge } = await import("../reports/badge.ts");
  const name = first?.name ?? "commits";
  await io.writeFile(file, [badge({ label: `${name} traced`, ratio: measured(name, audit) })]);
}

/** `coverage`: how much leads to a ticket, and whether that is enough. */
export const command = { manual, run } satisfies WordsCommand;
