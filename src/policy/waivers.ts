import type { z as zod } from "zod";
import type { Waiver } from "../core/evidence.ts";
import type { Problem } from "../core/fault.ts";
import type { Law } from "../core/law.ts";
import type { Tree } from "../core/ports.ts";
import type { Rule } from "../core/rule.ts";
import type { Zod } from "../core/schema.ts";
import { type ParsedFile, parseFile } from "./document.ts";
import { date, glob, name, oid } from "./fields.ts";
import { type Checked, problemsOf } from "./problems.ts";
import { readSource } from "./read-source.ts";
import { show } from "./show.ts";

/** A day's milliseconds; days are counted in UTC. */
const DAY = 86_400_000;

/** What a waiver must keep to. */
export interface WaiverLaw {
  readonly law: Pick<Law, "waivers">;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  readonly rules: readonly Rule[];
}

/** What a file of waivers says, or why it can't be used. */
export interface ReadWaivers {
  /** Expired ones too: the report shows them, and only the day of decision tells. Empty while there are problems. */
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
}

/** The waivers of a tree, in the file that the law names; none where there is no such file. */
export async function readWaivers(tree: Tree, how: WaiverLaw): Promise<ReadWaivers> {
  const { file } = how.law.waivers;
  const { bytes, problem } = await readSource(tree, file);
  if (bytes === null) return { waivers: [], problems: problem === null ? [] : [problem] };
  return parseWaivers(bytes, file, how);
}

/** Reads a file of waivers, with every problem at once. All are `declared`: only a forge can prove an approval. */
export async function parseWaivers(bytes: Uint8Array, file: string, how: WaiverLaw): Promise<ReadWaivers> {
  const source = await parseFile(file, bytes);
  if (!source.readable) return { waivers: [], problems: source.problems };
  const { z } = await import("zod");
  const schema = waiversFileSchema(z, how.rules);
  const checked: Checked = {
    source: { ...source, value: source.value ?? [] },
    schema: () => ({ ...z.toJSONSchema(schema, { io: "input" }) }),
  };
  const parsed = schema.safeParse(checked.source.value);
  if (!parsed.success) {
    return { waivers: [], problems: [...source.problems, ...problemsOf(parsed.error.issues, checked)] };
  }
  const problems = [...source.problems, ...senseOf(parsed.data, source, how)];
  return { waivers: problems.length > 0 ? [] : parsed.data.map(toWaiver), problems };
}

type WaiverEntry = zod.output<ReturnType<typeof waiversFileSchema>>[number];

function waiversFileSchema(z: Zod, rules: readonly Rule[]) {
  const [first = "", ...rest] = rules.map((rule) => rule.meta.id);
  return z.array(
    z.strictObject({
      id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { error: "a short name such as W-1" }),
      rules: z.array(z.enum([first, ...rest])).min(1, { error: "at least one rule" }),
      for: z
        .strictObject({
          pr: oneOrMore(z, z.number().int().min(1, { error: "a pull request's number" })).optional(),
          commits: oneOrMore(z, oid(z)).optional(),
          paths: oneOrMore(z, glob(z)).optional(),
          ticket: oneOrMore(z, name(z)).optional(),
        })
        .refine((target) => Object.keys(target).length > 0, {
          error: "at least one of pr, commits, paths, ticket",
        }),
      reason: name(z),
      incident: name(z).optional(),
      approver: name(z),
      created: date(z),
      expires: date(z),
      follow_up: name(z).optional(),
    }),
  );
}

function oneOrMore<Item extends string | number>(z: Zod, item: zod.ZodType<Item, Item>) {
  return z.union([item, z.array(item).min(1, { error: "at least one" })]);
}

/** What the waiver is for, as lists. Object ids in lower case, as git writes them. */
function targets({ pr, commits, paths, ticket }: WaiverEntry["for"]): Waiver["for"] {
  return {
    ...(pr === undefined ? {} : { pr: [pr].flat() }),
    ...(commits === undefined ? {} : { commits: [commits].flat().map((commit) => commit.toLowerCase()) }),
    ...(paths === undefined ? {} : { paths: [paths].flat() }),
    ...(ticket === undefined ? {} : { ticket: [ticket].flat() }),
  };
}

function toWaiver({ incident, follow_up, ...entry }: WaiverEntry): Waiver {
  return {
    ...entry,
    for: targets(entry.for),
    ...(incident === undefined ? {} : { incident }),
    ...(follow_up === undefined ? {} : { follow_up }),
    proof: "declared",
  };
}

type Complain = (key: keyof WaiverEntry, message: string, found: string, wanted: string) => Problem;

function senseOf(entries: readonly WaiverEntry[], source: ParsedFile, how: WaiverLaw): readonly Problem[] {
  return entries.flatMap((entry, index) => {
    const complain: Complain = (key, message, found, wanted) => ({
      file: source.file,
      ...source.place([index, key]),
      key: `${index}.${key}`,
      message,
      found: show(found),
      wanted,
    });
    const repeated = entries.findIndex((other) => other.id === entry.id) < index;
    return [
      ...(repeated ? [complain("id", "another waiver has this id", entry.id, "an id of its own")] : []),
      ...lifeProblems(entry, how, complain),
      ...approverProblems(entry, how, complain),
    ];
  });
}

function lifeProblems(
  { created, expires }: WaiverEntry,
  { law, today }: WaiverLaw,
  complain: Complain,
): readonly Problem[] {
  const { maxDays } = law.waivers;
  const problems: Problem[] = [];
  // East of Greenwich a day begins earlier: one day ahead is no lie.
  if (daysBetween(today, created) > 1) {
    problems.push(complain("created", "the day is still to come", created, `${today} or before`));
  }
  const life = daysBetween(created, expires);
  if (life < 0)
    problems.push(complain("expires", "it ends before it begins", expires, `${created} or later`));
  if (life > maxDays) {
    const wanted = `at most ${maxDays} days after ${created} (waivers.max_days)`;
    problems.push(complain("expires", "it lives too long", expires, wanted));
  }
  return problems;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Who belongs to a team only the forge knows: where the policy names teams, any account may be one of them. */
function approverProblems(
  { approver }: WaiverEntry,
  { law }: WaiverLaw,
  complain: Complain,
): readonly Problem[] {
  const { approvers } = law.waivers;
  const known = approvers.some((one) => one.startsWith("@") || one.toLowerCase() === approver.toLowerCase());
  if (known) return [];
  const wanted =
    approvers.length === 0 ? "an account under waivers.approvers, which is empty" : approvers.join(", ");
  return [complain("approver", "this account may not approve waivers", approver, wanted)];
}
