import { checkMessage } from "./check.ts";
import { milliseconds } from "./core/duration.ts";
import type { RemoteLaw } from "./core/law.ts";
import type { Report } from "./core/report.ts";
import type { RuleMeta } from "./core/rule.ts";
import { worst } from "./core/verdict.ts";
import { watchedPaths } from "./gate/law.ts";
import { type Gate, type GateWorld, openGate } from "./gate.ts";
import { messageDraft } from "./gather/message-draft.ts";
import { branchReferences, messageReferences } from "./gather/references.ts";
import { type StoredMessage, storedMessage } from "./git/message-file.ts";
import { isTrailerAlone } from "./references/message.ts";
import { ruleMetas, rules } from "./rules/index.ts";
import { refreshIndex, type TicketSource } from "./store/compile-index.ts";
import type { FileClock } from "./store/fingerprint.ts";
import { ticketCache } from "./store/ticket-cache.ts";
import type { ToldSource } from "./store/told-rows.ts";

/** A commit message judged as git will store it. */
export interface Guarded {
  readonly report: Report;
  readonly message: StoredMessage;
  /** The work tree's own git folder, absolute. */
  readonly gitDir: string;
  /** The policy's trailer is all that the message holds. */
  readonly unwritten: boolean;
  readonly metas: ReadonlyMap<string, RuleMeta<string>>;
  /**
   * Brings the index of the hook's fast path up to date. `began`: the file system's clock before anything was read.
   * Throws Fault("storage") where it can't be written.
   */
  refresh(began: FileClock): Promise<void>;
}

/** Judges the file that git hands to a commit-msg hook. */
export async function guardMessage(world: GateWorld, file: string): Promise<Guarded> {
  const gate = await openGate(world, { place: "hook" });
  const { report, message, branch } = await judgeMessage(gate, file);
  return {
    report,
    message,
    gitDir: gate.repo.gitDir,
    unwritten: isTrailerAlone(message.text, gate.law.sections.references.trailer),
    metas: ruleMetas(),
    refresh: (began) => refresh(gate, { branch, texts: message.readings, env: world.env, began }),
  };
}

/** A message with the answer to it. */
export interface JudgedMessage {
  readonly report: Report;
  readonly message: StoredMessage;
  readonly branch: string | null;
}

/**
 * Judges a message by a gate that is open: the file that git hands to a hook, or bytes, which count as if given to
 * `git commit -F -`. Where it can't be told which of several texts git will store, each is judged and the worst
 * answer counts.
 */
export async function judgeMessage(gate: Gate, source: string | Uint8Array): Promise<JudgedMessage> {
  const { git } = gate.repo;
  const env = typeof source === "string" ? git.env : { ...git.env, GIT_EDITOR: ":" };
  const message = await storedMessage(gate.repo, source, env);
  const [first, ...others] = message.readings.length > 0 ? message.readings : [message.text];
  const draft = await messageDraft(gate, first ?? "");
  let report = await checkMessage(gate, draft);
  for (const text of others) {
    const other = await checkMessage(gate, await messageDraft(gate, text));
    if (worst([report.verdict, other.verdict]) !== report.verdict) report = other;
  }
  return { report, message, branch: draft.branch };
}

interface Occasion {
  readonly branch: string | null;
  readonly texts: readonly string[];
  readonly env: GateWorld["env"];
  readonly began: FileClock;
}

async function refresh(gate: Gate, { branch, texts, env, began }: Occasion): Promise<void> {
  const { repo, law, at } = gate;
  const named = [
    ...texts.flatMap((text) => messageReferences(gate.reader, text, 0)),
    ...(branch === null ? [] : branchReferences(gate.reader, branch)),
  ];
  await refreshIndex({
    repo,
    env,
    law,
    rules,
    watched: await watchedPaths(gate.tree, law),
    source: await ticketSource(gate),
    told: toldSources(gate),
    named: named.map(({ id }) => id),
    branch,
    began,
    at,
  });
}

/** What trackers told so lately that the policy lets it stand, where they alone own the ids. */
function toldSources({ law, repo, at, reader }: Gate): readonly ToldSource[] {
  const freshMs = milliseconds(law.cache.fresh);
  const now = Date.parse(at);
  return law.remotes.flatMap((remote) => {
    if (remote.kind === "markdown") return [];
    const tickets = [...ticketCache(repo.commonDir, remote).read()]
      .map(([id, told]) => ({ id, ticket: told.ticket, validUntil: Date.parse(told.at) + freshMs }))
      // What was told later than now was told before the clock was set back.
      .filter(({ validUntil }) => validUntil >= now && validUntil - freshMs <= now)
      .filter(({ id }) => owns(reader, remote, id))
      .sort((a, b) => b.validUntil - a.validUntil);
    return tickets.length === 0 ? [] : [{ remote, tickets }];
  });
}

function owns({ remoteOf }: Gate["reader"], { name, grammar }: RemoteLaw, id: string): boolean {
  return remoteOf({ provider: grammar, id }) === name;
}

/** The first remote whose tickets are files of the work tree. */
async function ticketSource({ law, sources }: Gate): Promise<TicketSource | null> {
  for (const remote of law.remotes) {
    const files = sources.get(remote.name)?.files;
    if (files !== undefined) return { remote, tickets: await files() };
  }
  return null;
}
