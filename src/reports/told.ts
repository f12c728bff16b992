import type { JudgedFinding } from "../core/finding.ts";
import { SHORT_ID } from "../core/object-id.ts";
import type { Report } from "../core/report.ts";
import type { RenderOptions } from "./options.ts";
import { fixOf, messageOf, titleOf, toldArgs } from "./prose.ts";

/** How much a reader should mind a finding. */
export type Severity = "error" | "warning" | "notice";

/** A finding that somebody should read, with the commit that it is about; null: the change as a whole. */
export interface Told {
  readonly finding: JudgedFinding;
  readonly commit: string | null;
}

/** What blocks, first what is known; then the rest, and last what a waiver lifted or no proof holds. */
const RANKS: readonly ((finding: JudgedFinding) => boolean)[] = [
  ({ outcome, blocking }) => outcome === "fail" && blocking,
  ({ outcome, blocking }) => outcome === "unknown" && blocking,
  (finding) => finding.outcome === "fail" && !isUnproved(finding) && !finding.blocking,
  ({ outcome, blocking }) => outcome === "unknown" && !blocking,
  (finding) => severityOf(finding) === "notice",
];

/** Null: nobody has to do anything about it. */
export function severityOf(finding: JudgedFinding): Severity | null {
  const { outcome, blocking, waiver } = finding;
  if (waiver !== undefined) return "notice";
  if (outcome !== "fail" && outcome !== "unknown") return null;
  if (blocking) return "error";
  return isUnproved(finding) ? "notice" : "warning";
}

/** A bot's name without proof, where that does not block. */
function isUnproved({ outcome, blocking, code }: JudgedFinding): boolean {
  return outcome === "fail" && !blocking && code === "unproved";
}

/** Every finding that somebody should read, the most important first; of one rank the whole change before its commits, newest first. */
export function* toldFindings(report: Report): Iterable<Told> {
  const { findings, keys, commits } = report;
  for (const isOfRank of RANKS) {
    for (const finding of findings.filter(isOfRank)) yield { finding, commit: commitOf(report, finding) };
    const byKey = keys.map((key) => key.findings.filter(isOfRank));
    if (commits === null || byKey.every((list) => list.length === 0)) continue;
    for (let index = 0; index < commits.count; index++)
      for (const finding of byKey[commits.key(index)] ?? []) yield { finding, commit: commits.id(index) };
  }
}

/** A range of one commit, where all that is said is about it, or the one that a finding names. */
function commitOf({ commits, subject }: Report, { about }: JudgedFinding): string | null {
  if (commits === null) return null;
  if (about.commit !== undefined && about.commit < commits.count) return commits.id(about.commit);
  return commits.count === 1 && subject.kind === "commits" ? commits.id(0) : null;
}

/** What a finding is about, in words: a short id with its subject, a file, or a part of the pull request. Not escaped. */
export function placeOf({ finding, commit }: Told, { subject }: Pick<RenderOptions, "subject">): string {
  const { kind, path, line } = finding.about;
  const file = path === undefined ? "" : line === undefined ? path : `${path}:${line}`;
  if (commit === null) return file || PLACES[kind];
  const named = `${commit.slice(0, SHORT_ID)} ${subject(commit) ?? ""}`.trim();
  return file === "" ? named : `${named}, ${file}`;
}

const PLACES: Readonly<Record<JudgedFinding["about"]["kind"], string>> = {
  change: "the whole change",
  commit: "the commit",
  branch: "the branch's name",
  title: "the title",
  body: "the description",
  path: "the changed files",
  ticket: "the whole change",
};

/** What a finding says, part by part. Not escaped: each is written by its renderer's own way of escaping. */
export interface Said {
  /** What the rule asks for, in a few words. */
  readonly title: string;
  readonly found: string;
  /** Null: the rule's title says it. */
  readonly wanted: string | null;
  /** What to do; empty: nothing. */
  readonly fix: string;
}

/** What a finding says, with the arguments that its sentence leaves out. */
export function saidOf(finding: JudgedFinding, { metas }: Pick<RenderOptions, "metas">): Said {
  const told = toldArgs(finding, metas);
  const untold = (name: string): string | null =>
    told.includes(name) || finding.args[name] === undefined ? null : String(finding.args[name]);
  const found = untold("found");
  const sentence = messageOf(finding, metas, (text) => text);
  return {
    title: titleOf(finding.rule, metas),
    found: found === null ? sentence : `${sentence} Found: ${found}.`,
    wanted: untold("wanted"),
    fix: fixOf(finding, metas),
  };
}
