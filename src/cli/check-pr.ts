import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { openPullRequest, type PullRequestName } from "../check-pr/open.ts";
import { checkPullRequest } from "../check-pr.ts";
import { Fault } from "../core/fault.ts";
import type { LiveChange } from "../core/forge.ts";
import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import type { JudgedWhere } from "../evidence-context.ts";
import type { GateOptions } from "../gate.ts";
import type { CheckFolder } from "./check-folder.ts";
import type { Io } from "./io.ts";
import type { CommandManual } from "./manual.ts";
import type { Target } from "./output.ts";
import { tellReport } from "./tell-report.ts";
import { watched } from "./watched.ts";
import { usage, type Words } from "./words.ts";

/** What `check` has read of its words already. */
export interface Asked extends Pick<GateOptions, "place" | "overrides"> {
  readonly manual: Pick<CommandManual, "name">;
  readonly targets: readonly Target[];
  /** Null: no folder was asked for. */
  readonly folder: CheckFolder | null;
}

/** `check pr`: judges a pull request as its forge has it now, and ends with the verdict as exit code. */
export async function checkPr(words: Words, io: Io, world: World, asked: Asked): Promise<number> {
  const { manual, targets, folder, ...options } = asked;
  const name = await nameOf(words, world, manual);
  const opened = await openPullRequest(world, options, name);
  const report = await watched(io, (progress) => checkPullRequest(opened, progress));
  const { gate, live, range } = opened;
  const told = await tellReport(io, gate, report, { targets, range });
  if (folder !== null) {
    const { writeCheckFolder } = await import("./check-folder.ts");
    const where = whereOf(live, { event: "manual", invocation: null });
    await writeCheckFolder({ io, world, gate }, told, { ...folder, where });
  }
  return exitCode(report.verdict);
}

/** Where a pull request is to go. */
export function whereOf(
  { base, body }: LiveChange,
  run: Pick<JudgedWhere, "event" | "invocation">,
): JudgedWhere {
  const targetRef = `refs/heads/${base.branch}`;
  return { ...run, phase: "pre-merge", repository: null, attempt: null, commits: null, targetRef, body };
}

async function nameOf(
  words: Words,
  world: World,
  manual: Pick<CommandManual, "name">,
): Promise<PullRequestName> {
  const [, ...more] = words.positionals;
  const [number, file] = [words.one("number"), words.one("event")];
  const found = more[0];
  if (found !== undefined)
    throw usage(manual, "check pr takes options alone.", { found, wanted: "--number N" });
  if ((number === null) === (file === null))
    throw usage(manual, "check pr needs to be told which one.", { wanted: "--number N, or --event FILE" });
  const ends = { base: words.one("base"), head: words.one("head") };
  if (file !== null) return { ...ends, ...(await readEvent(resolve(world.cwd, file))) };
  return { ...ends, number: numberOf(Number(number), number ?? ""), event: null };
}

function numberOf(number: number, found: string): number {
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Fault("usage", "This is no number of a pull request.", { found, wanted: "1 or more" });
}

/** A GitHub event (webhook payloads, "pull_request"), as far as it says which pull request it is about. */
interface PullRequestEvent {
  readonly pull_request?: { readonly number?: number; readonly base?: { readonly sha?: string } } | null;
  readonly repository?: { readonly full_name?: string } | null;
}

async function readEvent(file: string): Promise<Pick<PullRequestName, "number" | "event">> {
  const { pull_request: pull, repository } = parsed(await textOf(file), file);
  const [sha, name] = [pull?.base?.sha, repository?.full_name];
  if (typeof pull?.number !== "number" || typeof sha !== "string" || typeof name !== "string")
    throw new Fault("usage", "The event is not about a pull request.", {
      found: file,
      wanted: "the payload of a pull_request event, with its number, base and repository",
    });
  return { number: numberOf(pull.number, String(pull.number)), event: { base: sha, repository: name } };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new Fault("usage", "The event's file can't be read.", { found: file, wanted: "a file", cause });
  }
}

function parsed(text: string, file: string): PullRequestEvent {
  try {
    const event: PullRequestEvent | null = JSON.parse(text);
    return event ?? {};
  } catch (cause) {
    throw new Fault("usage", "The event's file is no JSON.", { found: file, cause });
  }
}
