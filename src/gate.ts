import { join } from "node:path";
import type { Haste } from "./connect/patience.ts";
import { type Connected, connectAll } from "./connect/sources.ts";
import type { Waiver } from "./core/evidence.ts";
import type { Forge } from "./core/forge.ts";
import type { DoorPlace, Law } from "./core/law.ts";
import { once, remembered } from "./core/once.ts";
import type { Tree, World } from "./core/ports.ts";
import { isAnywhereOn } from "./core/scope.ts";
import type { Person } from "./core/ticket.ts";
import { asksForUpstreams } from "./core/upstreams.ts";
import type { Sources } from "./gather/lookups.ts";
import type { Reader } from "./gather/references.ts";
import { remoteFinder } from "./gather/remotes.ts";
import { type MailmapPlace, mappedAuthors } from "./git/mailmap.ts";
import { defaultBranches, originUrl } from "./git/names.ts";
import { type CommitRange, commitRange, type RangeName } from "./git/range.ts";
import { type Repository, resolveCommit } from "./git/repository.ts";
import { rewordCommand } from "./git/reword.ts";
import { type CommitLabel, readLabels } from "./git/subjects.ts";
import { commitTree, workTree } from "./git/tree.ts";
import { openBook } from "./ledgers/book.ts";
import { type Opening, startOpening } from "./opening.ts";
import type { PolicyInput } from "./policy/load.ts";
import type { Overrides } from "./policy/overrides.ts";
import type { PresetName } from "./policy/schema.ts";
import { compileScanner } from "./references/scan.ts";
import { rules } from "./rules/index.ts";
import { keepPlaceLaw, lawClock, placeLaw } from "./store/place-law.ts";
import { recordTree } from "./store/recorded-tree.ts";
import { rememberLists } from "./store/remembered-tree.ts";
import type { Tasks } from "./tasks/store.ts";

/** What of the world a gate needs; `World` has it all. */
export type GateWorld = Pick<World, "cwd" | "env" | "now">;

/** How a door wants its gate. */
export interface GateOptions {
  readonly place: DoorPlace;
  /** From a command line or an Action's inputs; it can raise the policy, never lower it. */
  readonly overrides?: Overrides;
  /** The policy's root-relative path in the trusted tree, where it stands in none of the usual places. */
  readonly policyFile?: string;
  /** What is to be judged. In CI and on a server the range's base is trusted, not its tip. */
  readonly range?: RangeName;
  /** What was asked of git beforehand, about the same world and range. */
  readonly opening?: Opening;
  /** A revision whose tree is trusted, instead of the one that would be. */
  readonly policyRef?: string;
  /** That revision is itself what is judged: it lays the first law, and no token goes where only it says. */
  readonly ownLaw?: boolean;
  /** The law as it would be if the policy named this preset. */
  readonly assume?: PresetName;
  /** How long trackers may take; by default as a hook, or a server's, has to answer. */
  readonly haste?: Haste;
  /** A law that was compiled before and still holds; spares reading the policy. */
  readonly law?: Law;
}

/** Everything that a verdict needs, opened once: the repository, the tree that is trusted, the law, and whom to ask. */
export interface Gate {
  readonly repo: Repository;
  readonly tree: Tree;
  readonly law: Law;
  readonly reader: Reader;
  readonly sources: Sources;
  /** The same remotes, every ticket asked for anew. */
  readonly anew: Sources;
  readonly waivers: readonly Waiver[];
  /** The commits that a range means, by id. */
  commits(range: RangeName): Promise<CommitRange>;
  /** Opened when first asked for: many histories need no task file. */
  tasks(): Promise<Tasks>;
  /** The local tasks of a commit's tree. */
  tasksAt(commit: string): Promise<Tasks>;
  defaultBranches(): Promise<readonly string[]>;
  /** By `authorKey`, the authors whom the trusted tree's .mailmap takes for somebody else. */
  mailmap(authors: readonly Person[]): Promise<Readonly<Record<string, Person>>>;
  /** Where this repository's pull requests live, loaded when it is first asked for; null: nobody here can ask such a place. */
  forge(): Promise<Forge | null>;
  /** What people are shown of a few commits, by full id. */
  labels(ids: readonly string[]): Promise<ReadonlyMap<string, CommitLabel>>;
  /** The command that opens the messages of some commits of a range; null where none does so without harm. */
  reword(ids: readonly string[], range: RangeName): Promise<readonly string[] | null>;
  /** Decision time, RFC 3339 in UTC. */
  readonly at: string;
  readonly notices: readonly string[];
}

/**
 * Opens the gate for the repository around `world.cwd`. The trusted tree is the working tree, in a bare repository
 * the tree of HEAD. Throws `Fault("repository")` outside a repository and `Fault("policy")` for a law that can't be used.
 */
export async function openGate(world: GateWorld, options: GateOptions): Promise<Gate> {
  const { range = null } = options;
  const opening = options.opening ?? startOpening(world, range);
  const repo = await opening.repo;
  const base = await trustedBase(repo, opening, options);
  const tree = base === null ? await ownTree(repo) : await commitTree(repo, base);
  const law = options.law ?? (await lawFor(repo, tree, { ...options, base }, world));
  const waivers = await waiversOf(tree, law, world.now());
  const reader: Reader = { scan: compileScanner(law.scan), remoteOf: remoteFinder(law) };
  const commits = async (name: RangeName): Promise<CommitRange> =>
    name.commits ??
    (opening.range !== null && isSame(name, range) ? opening.range : commitRange(repo.git, name));
  return {
    repo,
    tree,
    law,
    reader,
    ...(await connect(repo, tree, { law, waivers }, { ...options, base }, world)),
    waivers,
    commits,
    tasks: once(() => tasksOf(tree, law, reader)),
    tasksAt: remembered(async (commit) => tasksOf(await commitTree(repo, commit), law, reader)),
    defaultBranches: once(() => defaultBranches(repo)),
    mailmap: (authors) => mailmapOf(repo, tree, base, authors),
    labels: (ids) => readLabels(repo, ids),
    reword: async (ids, name) => (ids.length === 0 ? null : rewordCommand(repo, ids, await commits(name))),
    at: world.now().toISOString(),
    notices: noticesOf(law, tree),
  };
}

/** The commit whose tree is trusted; null: the working tree, or in a bare repository the tree of HEAD. */
async function trustedBase(
  repo: Repository,
  opening: Opening,
  { place, policyRef }: GateOptions,
): Promise<string | null> {
  if (policyRef !== undefined) return resolveCommit(repo, policyRef);
  if (place === "hook" || opening.range === null) return null;
  const { exclude } = await opening.range;
  return exclude[0] ?? null;
}

function isSame(one: RangeName, other: RangeName | null): boolean {
  return one.range === other?.range && (one.single ?? false) === (other.single ?? false);
}

async function ownTree(repo: Repository): Promise<Tree> {
  return repo.root === null ? commitTree(repo, "HEAD") : rememberLists(workTree(repo.root));
}

/** A law that was compiled before is used as long as nothing that it came from was touched; one that is raised never. */
async function lawFor(
  repo: Repository,
  tree: Tree,
  options: GateOptions & { readonly base: string | null },
  { env, now }: GateWorld,
): Promise<Law> {
  const { base, assume, overrides, policyFile } = options;
  if (base !== null || assume !== undefined || policyFile !== undefined || isRaised(overrides))
    return readLaw(repo, tree, options, now());
  const { place } = options;
  const kept = placeLaw({ repo, place, env });
  if (kept !== null) return kept;
  const began = lawClock(repo, place);
  const law = await readLaw(repo, tree, options, now());
  await keepPlaceLaw({ repo, env }, law, await watchedPaths(tree, law), began);
  return law;
}

function isRaised(overrides: Overrides | undefined): boolean {
  if (overrides === undefined) return false;
  const { preset, rules: levels = {}, unknown } = overrides;
  return preset !== undefined || unknown !== undefined || Object.keys(levels).length > 0;
}

/** Every file that the law and the task folders are found by, and the folders whose names count; root-relative. */
export async function watchedPaths(tree: Tree, law: Law): Promise<readonly string[]> {
  const [{ findBacklogs }, { POLICY_FILES }] = await Promise.all([
    import("./tasks/dialects.ts"),
    import("./policy/discover.ts"),
  ]);
  const recorded = recordTree(tree);
  const backlogs = await findBacklogs(recorded);
  const folders = backlogs.flatMap((backlog) => backlog.folders.map(({ path }) => path));
  const paths = [...POLICY_FILES, ...law.sources, law.waivers.file, ...recorded.asked(), ...folders];
  return [...new Set(paths)].sort();
}

async function readLaw(repo: Repository, tree: Tree, options: GateOptions, now: Date): Promise<Law> {
  const { loadPolicy } = await import("./policy/load.ts");
  return loadPolicy(await policyInput(repo, tree, options, now));
}

/** All that the policy of a trusted tree is made from, for doors that explain it rather than judge by it. */
export async function openPolicy(
  world: GateWorld,
  options: GateOptions,
): Promise<{ readonly input: PolicyInput; readonly root: string | null }> {
  const repo = await startOpening(world, null).repo;
  const tree = repo.root === null ? await commitTree(repo, "HEAD") : workTree(repo.root);
  return { input: await policyInput(repo, tree, options, world.now()), root: repo.root };
}

async function policyInput(
  repo: Repository,
  tree: Tree,
  { place, overrides, assume, policyFile }: GateOptions,
  now: Date,
): Promise<PolicyInput> {
  const [{ openTasks }, origin] = await Promise.all([import("./tasks/store.ts"), originUrl(repo)]);
  const found = await openTasks(tree);
  const detected = {
    originUrl: origin,
    tasks: found.backlogs.length === 0 ? null : { prefixes: found.prefixes },
  };
  const more = {
    ...(overrides ? { overrides } : {}),
    ...(assume ? { assume } : {}),
    ...(policyFile === undefined ? {} : { file: policyFile }),
  };
  return { tree, place, detected, rules, today: dayOf(now), ...more };
}

/** The local tasks as the law's own remote for them tells them. */
async function tasksOf(tree: Tree, law: Law, reader: Reader): Promise<Tasks> {
  const [{ openTasks }, { categoriesIn }] = await Promise.all([
    import("./tasks/store.ts"),
    import("./tasks/status.ts"),
  ]);
  const remote = law.remotes.find(({ kind }) => kind === "markdown");
  // Which tickets tasks follow is read where a rule asks for it, and nowhere else.
  const follow = asksForUpstreams(law)
    ? (await import("./gather/upstream.ts")).follower(law, reader)
    : undefined;
  return openTasks(tree, { remote: remote?.name, categories: categoriesIn(remote?.settings), follow });
}

async function connect(
  repo: Repository,
  tree: Tree,
  { law, waivers }: Pick<Gate, "law" | "waivers">,
  { place, base, haste, ownLaw = false }: GateOptions & { readonly base: string | null },
  { env, now }: GateWorld,
): Promise<Connected & Pick<Gate, "forge">> {
  // What stands in a work tree is whatever branch is checked out; a base commit is what CI or a server already has.
  const lawIsTrusted = base !== null && place !== "hook" && !ownLaw;
  const line = { env, lawIsTrusted, haste: haste ?? HASTE[place], now };
  const isAsking = asksForTickets(law, waivers);
  const ledger = law.ledger === null || !isAsking ? null : once(() => openBook({ ...line, repo, tree, law }));
  const asked = isAsking ? law : { ...law, remotes: [] };
  const connected = await connectAll(asked, { ...line, tree, commonDir: repo.commonDir, place, ledger });
  const forge = once(async () => {
    const origin = await originUrl(repo);
    if (origin === null) return null;
    const { dialForge } = await import("./connect/forge.ts");
    return dialForge(origin, law, { ...line, commonDir: null });
  });
  return { ...connected, forge };
}

/** A law that looks at references alone asks no tracker, and needs no token. */
function asksForTickets(law: Law, waivers: readonly Waiver[]): boolean {
  const wanted = law.spec.required ? ["tickets", "specs"] : ["tickets"];
  const asking = rules.filter(({ meta }) => meta.needs.some((one) => wanted.includes(one)));
  return asking.some(({ meta }) => isAnywhereOn(law, meta.id)) || waivers.some((one) => one.for.ticket);
}

const HASTE: Readonly<Record<DoorPlace, Haste>> = { hook: "hook", ci: "command", server: "server" };

/** The waivers of the trusted tree; what reads them is loaded only where there is such a file. */
async function waiversOf(tree: Tree, law: Law, now: Date): Promise<readonly Waiver[]> {
  if ((await tree.read(law.waivers.file)) === null) return [];
  const [{ readWaivers }, { policyFault }] = await Promise.all([
    import("./policy/waivers.ts"),
    import("./policy/load.ts"),
  ]);
  const { waivers, problems } = await readWaivers(tree, {
    law,
    rules,
    today: dayOf(now),
  });
  if (problems.length > 0) throw policyFault(problems);
  return waivers;
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

function noticesOf(law: Law, tree: Tree): readonly string[] {
  const notices = law.sources.length === 0 ? ["no-policy-file"] : [];
  return law.remotes.length === 0 ? [...notices, "no-remote"] : [...notices, `trusted-tree: ${tree.label}`];
}

/** A tree without a .mailmap costs no child; a link is none. */
async function mailmapOf(
  repo: Repository,
  tree: Tree,
  base: string | null,
  authors: readonly Person[],
): Promise<Readonly<Record<string, Person>>> {
  if ((await tree.read(MAILMAP)) === null) return {};
  const place: MailmapPlace =
    base === null && repo.root !== null
      ? { file: join(repo.root, MAILMAP) }
      : { blob: `${base ?? "HEAD"}:${MAILMAP}` };
  return mappedAuthors(repo, place, authors);
}

const MAILMAP = ".mailmap";
