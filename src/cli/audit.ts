import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PARTIAL_FILE } from "../audit/partial.ts";
import { PARTS } from "../audit/parts.ts";
import type { AuditRequest } from "../audit/request.ts";
import { hasOverdue } from "../audit/verdict.ts";
import type { Audit } from "../core/audit.ts";
import type { Minimum } from "../core/covered.ts";
import { Fault } from "../core/fault.ts";
import type { Verdict } from "../core/finding.ts";
import type { World } from "../core/ports.ts";
import { exitCode, worst } from "../core/verdict.ts";
import { auditFormatNames } from "../reports/audits.ts";
import { count } from "../reports/layout.ts";
import { minimumTexts } from "../reports/minimum-text.ts";
import { minimumOf, verdictOf } from "../trace/measures.ts";
import { auditRequestOf } from "./audit-request.ts";
import type { AuditWriting } from "./audit-write.ts";
import type { WordsCommand } from "./command.ts";
import { EVIDENCE_OPTIONS, signingOf } from "./evidence-words.ts";
import type { Io } from "./io.ts";
import { formatOptions } from "./manual.ts";
import { MIN_OPTION, wantedMinimums } from "./minimums.ts";
import { PLACE_OPTION, placeOf } from "./place.ts";
import { watched } from "./watched.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "audit",
  summary: "judge a whole history and tree, and say where the thread from tickets to code breaks",
  forms: [
    "[--all]",
    "--range A..B|REV",
    "--since DATE|last",
    "--manifest FILE --out DIR",
    "merge DIR… --out DIR",
  ],
  details:
    "Every commit counts as of when it was decided, every ticket with the commits, files and lines that lead to it. The same " +
    "history, policy, ledger and --as-of give the same bytes, on every machine. A shard looks at its part of commits and files " +
    "and writes it into a folder; merge puts the shards together, and refuses what does not fit. " +
    "--since last compares with the last whole audit of the same ref on this machine.",
  options: [
    { name: "all", does: "everything that is reachable from the ref (the default)" },
    { name: "range", value: "A..B|REV", does: "these commits, or everything that is reachable from REV" },
    {
      name: "since",
      value: "DATE|last",
      does: "count commits from this day or time (UTC) on; last: say what is new",
    },
    { name: "ref", value: "REF", does: "the branch or tag that is audited (HEAD)" },
    {
      name: "with",
      value: "PART,…",
      values: PARTS,
      does: "look at these parts too: paths, lines, blame, proposals, however long the history is",
    },
    { name: "without", value: "PART,…", values: PARTS, does: "leave these parts out" },
    MIN_OPTION,
    { name: "shard", value: "I/N", does: "look at one of N parts, and write what was found into --out" },
    { name: "as-of", value: "TIME", does: "judge as of this day or time in UTC (now)" },
    {
      name: "manifest",
      value: "FILE",
      does: "audit every repository that this YAML lists (repositories: name, path, ref); organisation.html adds them up",
    },
    {
      name: "out",
      value: "DIR",
      does: "write every format, or those that are named, and the evidence (intoto) into a folder",
    },
    { name: "fail-on-new", does: "with --since last: end 1 only for what is new" },
    { name: "policy-ref", value: "REV", does: "read policy and tasks there, not in the working tree" },
    PLACE_OPTION,
    ...EVIDENCE_OPTIONS,
    ...formatOptions(auditFormatNames),
    { name: "output", value: "FILE", does: "write the format to FILE instead of standard output" },
  ],
  examples: [
    { run: "golden-thread audit", does: "the whole history; one commit of it fails", exit: 1 },
    { run: "golden-thread audit --range main..HEAD", does: "the commits of this branch", exit: 0 },
    { run: "golden-thread audit --out audit", does: "every format, in a folder", exit: 1 },
    {
      run: "golden-thread audit --shard 1/2 --as-of 2026-01-31 --out shard-1",
      does: "looks at half of it, for audit merge",
      exit: 0,
    },
    { run: "golden-thread audit merge shard-1 --out audit", does: "says which shard is missing", exit: 2 },
  ],
};

async function run(words: Words, io: Io, world: World): Promise<number> {
  const [what, ...folders] = words.positionals;
  if (what === "merge") return merge(folders, words, io, world);
  if (what !== undefined)
    throw usage(manual, `audit knows no "${what}".`, { found: what, wanted: manual.forms.join(", or ") });
  const request = auditRequestOf(manual, words, io);
  const manifest = words.one("manifest");
  if (manifest !== null) return organisation(manifest, words, writingOf(words, io, world, request), request);
  const { audit: look, auditShard, sinceLast } = await import("../audit.ts");
  const { shard } = request;
  if (shard !== undefined) {
    const parts = await watched(io, (progress) => auditShard(world, { ...request, shard, progress }));
    await writeShard(resolve(io.cwd, words.one("out") ?? "."), parts);
    return exitCode("pass");
  }
  const audit = await watched(io, (progress) => look(world, { ...request, progress }));
  const writing = writingOf(words, io, world, request);
  await (await import("./audit-write.ts")).writeAuditOut(audit, words, writing);
  const isWhole = request.range === null && request.since === null;
  if (words.one("since") !== "last" || !isWhole) return codeOf(audit, words, io);
  const { since, gaps, failing } = await sinceLast(world, audit);
  const fresh = gaps.reduce((sum, { indexes }) => sum + indexes.length, 0);
  const before = since === null ? "No audit of this ref was kept before" : `Since the audit as of ${since}`;
  io.stderr.write(
    `${before}: new gaps ${count(fresh)}, new commits that do not pass ${count(failing.length)}.\n`,
  );
  if (!words.has("fail-on-new")) return codeOf(audit, words, io);
  // That it is known makes a waiver no less overdue.
  const isRed = fresh + failing.length > 0 || hasOverdue(audit.gaps);
  return exitCode(worst([isRed ? "fail" : "pass", minimumVerdict(audit, words, io)]));
}

/** What can't be asked of many repositories at once, and the command that asks it of one. */
const OF_ONE = [
  {
    asked: "--ref",
    by: "golden-thread audit --ref REF",
  },
  { asked: "--shard", by: "golden-thread audit --shard I/N --as-of TIME --out DIR" },
  { asked: "--since last", by: "golden-thread audit --since last" },
  { asked: "--fail-on-new", by: "golden-thread audit --since last --fail-on-new" },
] as const;

async function organisation(
  manifest: string,
  words: Words,
  writing: AuditWriting,
  request: AuditRequest,
): Promise<number> {
  const isAsked = {
    "--ref": words.one("ref") !== null,
    "--shard": words.has("shard"),
    "--since last": words.one("since") === "last",
    "--fail-on-new": words.has("fail-on-new"),
  };
  const one = OF_ONE.find(({ asked }) => isAsked[asked]);
  if (one !== undefined)
    throw new Fault("usage", `${one.asked} is asked of one repository, not of an organisation.`, {
      found: `--manifest ${manifest} ${one.asked}`,
      wanted: `--manifest FILE --out DIR without ${one.asked}, or ${one.asked} in each repository`,
      fix: one.by,
    });
  const out = words.one("out");
  if (out === null) throw usage(manual, "An organisation's audits need a folder.", { wanted: "--out DIR" });
  const { auditOrganisation } = await import("./audit-organisation.ts");
  const minimums = (audit: Audit) => minimumsOf(audit, words);
  return auditOrganisation(writing, { manifest, out, formats: words.all("format"), request, minimums });
}

/** A minimum that is missed turns a pass into a fail. */
function codeOf(audit: Audit, words: Words, io: Io): number {
  return exitCode(worst([audit.report.verdict, minimumVerdict(audit, words, io)]));
}

function minimumVerdict(audit: Audit, words: Words, io: Io): Verdict {
  const minimums = minimumsOf(audit, words);
  for (const text of minimumTexts(minimums)) io.stderr.write(`${text}\n`);
  return verdictOf(minimums);
}

function minimumsOf(audit: Audit, words: Words): readonly Minimum[] {
  return wantedMinimums(manual, words).map(({ name, percent }) => minimumOf(name, percent, audit));
}

function writingOf(words: Words, io: Io, world: World, request: AuditWriting["request"]): AuditWriting {
  const signing = signingOf(manual, words, "auto");
  return { io, world, request, signing, signatures: words.has("signatures") };
}

async function merge(folders: readonly string[], words: Words, io: Io, world: World): Promise<number> {
  if (folders.length === 0 || !words.has("out"))
    throw usage(manual, "audit merge needs the folders of all shards, and one to write into.", {
      wanted: "audit merge DIR… --out DIR",
    });
  const { mergeFiles } = await import("../audit/merge.ts");
  const shards = await Promise.all(
    folders.map(async (name) => {
      const path = join(name, PARTIAL_FILE);
      return { name, path, bytes: await io.readFile(path) };
    }),
  );
  const audit = mergeFiles(shards);
  const policyRef = words.one("policy-ref");
  const request = { place: placeOf(manual, words, io), ...(policyRef === null ? {} : { policyRef }) };
  await (await import("./audit-write.ts")).writeAuditOut(audit, words, writingOf(words, io, world, request));
  return codeOf(audit, words, io);
}

async function writeShard(folder: string, parts: readonly Uint8Array[]): Promise<void> {
  const path = join(folder, PARTIAL_FILE);
  try {
    mkdirSync(folder, { recursive: true });
    await writeFile(path, parts);
  } catch (cause) {
    throw new Fault("storage", "The shard can't be written.", { found: path, cause });
  }
}

/** `audit`: the whole history and tree, alone or in shards. */
export const command = { manual, run } satisfies WordsCommand;
