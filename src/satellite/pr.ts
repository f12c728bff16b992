import { forgeSpot } from "../connect/forge.ts";
import { Fault } from "../core/fault.ts";
import type { Forge, ForgeKind, LiveChange } from "../core/forge.ts";
import type { GateWorld } from "../gate.ts";
import { type BranchPlace, branchPlace } from "../git/branch-place.ts";
import { originUrl } from "../git/names.ts";
import { commitsBeyond, existingRefs } from "../git/recent-messages.ts";
import { cleanLine } from "../providers/text.ts";
import { inertTitle } from "../specs/code.ts";
import { committedSpec } from "./committed-spec.ts";
import { type Desk, type DeskTask, openDesk } from "./desk.ts";
import { type BodyGround, wantedBody } from "./pr-body.ts";
import { bringPushed } from "./pr-branch.ts";
import { type SafeTerms, safeWrites } from "./safe-mode.ts";
import { weighTicket } from "./thread-facts.ts";
import { namedWork, noUpstream, type Refusal, wantsUpstream } from "./work.ts";
import type { PlannedWrite, Writes } from "./writes.ts";

/** What somebody wants of a pull request beyond what the task says. */
export interface PrOptions {
  readonly base: string | null;
  readonly draft: boolean;
  /** Null: the task's title where it is opened, and what stands there afterwards. */
  readonly title: string | null;
  /** The branch may be pushed. */
  readonly push: boolean;
}

/** What bringing a task's pull request up to date came to. */
export type Proposing =
  | { readonly outcome: "refused"; readonly task: string; readonly refusal: Refusal }
  | {
      /** `merged`: this branch was, and there is nothing left to propose. */
      readonly outcome: "created" | "updated" | "same" | "merged" | "shown" | "declined";
      readonly task: string;
      readonly branch: string;
      readonly number: number | null;
      readonly url: string | null;
      readonly spec: { readonly path: string | null; readonly digest: string } | null;
      readonly warnings: readonly string[];
    };

/** GitHub and GitLab take no longer titles (256 and 255 characters). */
const LONGEST_TITLE = 250;

/**
 * Opens the pull request of the branch that is checked out, or brings the one that is there up to date: the task's title, and its spec in a
 * block of the body. Twice is once. Throws Fault("usage") for a branch that none can come from, and what git and the forge throw.
 */
export async function proposeTask(
  world: GateWorld,
  written: string,
  options: PrOptions,
  terms: SafeTerms,
): Promise<Proposing> {
  const desk = await openDesk(world);
  const work = await namedWork(desk, written);
  if (work.link === null && wantsUpstream(desk.gate.law))
    return { outcome: "refused", task: work.id, refusal: noUpstream(work) };
  const place = await ownBranch(desk, work);
  const spot = await forgeOf(desk);
  const live = await openChange(spot.forge, place, options.base);
  const told = { task: work.id, branch: place.branch, number: live?.number ?? null, url: live?.url ?? null };
  const base = live?.base.branch ?? options.base ?? (await usualBase(desk, place));
  const merged = live === null ? await mergedAs(desk, spot.forge, place, base) : null;
  if (merged !== null)
    return { ...told, outcome: "merged", number: merged.number, url: merged.url, spec: null, warnings: [] };
  const { spec, refusal, warnings } = await committedSpec(desk, work, place.oid, "warn");
  if (refusal !== null) return { outcome: "refused", task: work.id, refusal };
  const { law, reader } = desk.gate;
  const asked = {
    remote: work.link?.remote.name ?? work.task.ticket?.remote ?? "",
    id: work.link?.id ?? work.id,
  };
  const ground: BodyGround = {
    work,
    weighed: await weighTicket(desk.gate, asked, place.oid),
    spec: law.spec.inject ? spec : null,
    branch: place.branch,
    forge: { kind: spot.kind, repository: spot.repository, limits: spot.forge.limits },
    law,
    reader,
  };
  const wanted = wantedBody(live?.body ?? null, ground);
  if (!wanted.ok) throw bodyFault(live, wanted.problem);
  const plan: Plan = { ...wanted, place, live, base, work, options, digest: spec?.digest ?? null };
  const writes = await safeWrites(desk.gate, world, terms);
  const pushed = await bringPushed(desk.gate.repo, place, {
    ...options,
    ...terms,
    writes,
    planned: planned(plan, spot.forge),
  });
  const outcome = pushed === "declined" ? "declined" : await bring(spot.forge, plan, writes, terms.dryRun);
  const short = wanted.isShortened
    ? ["The spec is longer than the forge takes: the body has its beginning, its digest and its place."]
    : [];
  const shownSpec = spec === null ? null : { path: spec.path, digest: spec.digest };
  const answer = typeof outcome === "string" ? { outcome } : outcome;
  return { ...told, spec: shownSpec, warnings: [...warnings, ...short], ...answer };
}

interface Plan {
  readonly body: string;
  readonly place: BranchPlace;
  readonly live: LiveChange | null;
  readonly base: string;
  readonly work: DeskTask;
  readonly options: PrOptions;
  readonly digest: string | null;
}

type Brought =
  | "same"
  | "shown"
  | "declined"
  | { readonly outcome: "created" | "updated"; readonly number: number; readonly url: string };

async function bring(forge: Forge, plan: Plan, writes: Writes, isDry: boolean): Promise<Brought> {
  const { live, body, place, base, options } = plan;
  const title = titleOf(plan);
  if (live !== null && live.title === title && live.body === body) return "same";
  const write: PlannedWrite = {
    ...planned(plan, forge),
    operation: "pull-request",
    summary:
      live === null ? `open a pull request into ${base}` : `bring pull request ${live.number} up to date`,
    detail: [title, "", ...body.split(/\r?\n/)],
  };
  const done = await writes.perform(write, async () => {
    if (live !== null && live.title === title) {
      // What somebody wrote there meanwhile is not written over.
      await forge.setBody(live.number, body, { expected: live.body });
      return { number: live.number, url: live.url, created: false };
    }
    await demandSame(forge, plan);
    const head = { branch: place.branch, repository: null };
    return forge.upsert({ head, base, title, body, draft: options.draft });
  });
  if (done === null) return isDry ? "shown" : "declined";
  return { outcome: done.created ? "created" : "updated", number: done.number, url: done.url };
}

/** Whoever is asked may take minutes to answer, and what others write meanwhile is not written over. */
async function demandSame(forge: Forge, { live, place, base }: Plan): Promise<void> {
  const now = await openChange(forge, place, base);
  if (now?.number === live?.number && now?.title === live?.title && now?.body === live?.body) return;
  throw new Fault("usage", "The pull request was opened or changed by somebody else meanwhile.", {
    found: now === null ? `none from ${place.branch} into ${base}` : `pull request ${now.number}`,
    wanted: "what was read before, so nothing was written",
    fix: "run the command again",
  });
}

function titleOf({ live, work, options }: Plan): string {
  if (live !== null && options.title === null) return live.title;
  const title = options.title ?? inertTitle(work.task.ticket?.title ?? "");
  const line = cleanLine(title).slice(0, LONGEST_TITLE);
  return line === "" ? work.id : line;
}

function planned(
  { place, work, digest }: Plan,
  { remote }: Forge,
): Pick<PlannedWrite, "remote" | "target" | "metadata"> {
  const metadata = { task: work.id, spec: digest, commit: place.oid, branch: place.branch };
  return { remote, target: place.branch, metadata };
}

async function ownBranch({ gate }: Desk, { id }: DeskTask): Promise<BranchPlace> {
  const place = await branchPlace(gate.repo);
  const isDefault = place !== null && (await gate.defaultBranches()).includes(place.branch);
  if (place !== null && !isDefault) return place;
  throw new Fault("usage", "A pull request comes from a branch of its own.", {
    found:
      place === null
        ? "no branch is checked out, or it has no commit"
        : `${place.branch}, the default branch`,
    wanted: "a branch with the work of the task",
    fix: `git switch --create ${id.toLowerCase()}`,
  });
}

interface Spot {
  readonly forge: Forge;
  readonly kind: ForgeKind;
  readonly repository: string;
}

async function forgeOf({ gate }: Desk): Promise<Spot> {
  const origin = await originUrl(gate.repo);
  const spot = origin === null ? null : forgeSpot(origin, gate.law.remotes);
  const forge = spot === null ? null : await gate.forge();
  if (spot !== null && forge !== null) return { forge, kind: spot.kind, repository: spot.repository };
  throw new Fault(
    "credentials",
    "No forge can be asked for this repository. Everything local works without.",
    {
      found: spot === null ? (origin ?? "no remote called origin") : `no token for ${spot.remote.name}`,
      wanted: "a repository of GitHub, GitLab or Azure Repos, and a token for it",
      fix: "golden-thread remote check",
    },
  );
}

async function openChange(
  forge: Forge,
  { branch }: BranchPlace,
  base: string | null,
): Promise<LiveChange | null> {
  const number = await forge.forBranch({ branch, repository: null }, base ?? undefined);
  return number === null ? null : forge.change(number);
}

async function usualBase({ gate }: Desk, { remote }: BranchPlace): Promise<string> {
  const names = await gate.defaultBranches();
  const refs = names.flatMap((name) => [`refs/remotes/${remote}/${name}`, `refs/heads/${name}`]);
  const there = await existingRefs(gate.repo, refs);
  const known = names.find((name) => there.some((ref) => ref.endsWith(`/${name}`)));
  if (known !== undefined) return known;
  throw new Fault("usage", "Nobody can tell which branch this is for.", {
    found: `none of ${names.join(", ")}`,
    wanted: "--base BRANCH",
    fix: "golden-thread remote --help",
  });
}

/** The pull request by which a branch was merged that has nothing new since. */
async function mergedAs(
  { gate }: Desk,
  forge: Forge,
  { branch, oid, remote }: BranchPlace,
  base: string,
): Promise<LiveChange | null> {
  const arrival = (await forge.arrivals([oid])).get(oid);
  const change = arrival === undefined ? null : await forge.change(arrival.number);
  if (change?.head.branch === branch && !change.head.isFork) return change;
  const refs = await existingRefs(gate.repo, [`refs/remotes/${remote}/${base}`, `refs/heads/${base}`]);
  if (refs.length === 0 || (await commitsBeyond(gate.repo, oid, refs)) > 0) return null;
  throw new Fault("usage", `${branch} has no commit that ${base} does not have.`, {
    found: oid,
    wanted: "at least one commit to propose",
    fix: "git commit",
  });
}

function bodyFault(
  live: LiveChange | null,
  problem: { readonly code: string; readonly line: number } | null,
): Fault {
  const place = live === null ? "the new body" : `the body of pull request ${live.number}`;
  if (problem === null)
    return new Fault("usage", "The spec does not fit into the pull request, not even in short.", {
      found: place,
      wanted: "a body with room for a few lines",
      fix: "shorten what people wrote there",
    });
  return new Fault(
    "usage",
    "Nobody can tell where the spec belongs in the pull request, so nothing was written.",
    {
      found: `${problem.code} markers of golden-thread in line ${problem.line} of ${place}`,
      wanted: "one golden-thread:spec:begin with its golden-thread:spec:end, or none",
      fix: "remove the markers there by hand, then run the command again",
    },
  );
}
