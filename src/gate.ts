import type { Haste } from "./connect/patience.ts";
import { type Connected, connectAll } from "./connect/sources.ts";
import type { Waiver } from "./core/evidence.ts";
import type { Forge } from "./core/forge.ts";
import { forgeRemote } from "./core/forge-remote.ts";
import type { DoorPlace, Law } from "./core/law.ts";
import { once, remembered } from "./core/once.ts";
import type { Tree } from "./core/ports.ts";
import { isAnywhereOn } from "./core/scope.ts";
import type { Person } from "./core/ticket.ts";
import { asksForUpstreams } from "./core/upstreams.ts";
import { isRaised, lawFor, waiversOf } from "./gate/law.ts";
import type { GateOptions, GateWorld } from "./gate/options.ts";
import { commitNamed, mailmapOf, treeReader } from "./gate/trees.ts";
import type { Sources } from "./gather/lookups.ts";
import type { Reader } from "./gather/references.ts";
import { remoteFinder } from "./gather/remotes.ts";
import { defaultBranches, originUrl } from "./git/names.ts";
import { type CommitRange, commitRange, type RangeName } from "./git/range.ts";
import type { Repository } from "./git/repository.ts";
import { rewordCommand } from "./git/reword.ts";
import { type CommitLabel, readLabels } from "./git/subjects.ts";
import { commitTree, workTree } from "./git/tree.ts";
import { openBook } from "./ledgers/book.ts";
import { type Opening, startOpening } from "./opening.ts";
import { compileScanner } from "./references/scan.ts";
import { rules } from "./rules/index.ts";
import { rememberLists } from "./store/remembered-tree.ts";
import type { Tasks } from "./tasks/store.ts";

export type { GateOptions, GateWorld } from "./gate/options.ts";

/** Everything that a verdict needs, opened once: the repository, the tree that is trusted, the law, and whom to ask. */
export interface Gate {
  readonly repo: Repository;
  readonly tree: Tree;
  /** Full id of the commit whose tree alone made the law; null: no commit's did. */
  readonly lawAt: string | null;
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
  /** The tree of a commit by its full id, wherever it is told. Throws Fault("repository") where nobody tells it. */
  treeAt(commit: string): Promise<Tree>;
  /** The local tasks of a commit's tree. */
  tasksAt(commit: string): Promise<Tasks>;
  defaultBranches(): Promise<readonly string[]>;
  /** By `authorKey`, the authors whom the trusted tree's .mailmap takes for somebody else. */
  mailmap(authors: readonly Person[]): Promise<Readonly<Record<string, Person>>>;
  /** Where this repository's pull requests live, loaded when it is first asked for; null: nobody here can ask such a place. */
  forge(): Promise<Forge | null>;
  /** Name of the remote whose tickets are this repository's own issues, as `origin` or the run of CI tells; null: the law has none such. */
  own(): Promise<string | null>;
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
  const treeAt = treeReader(repo, options.trees);
  const tree = base === null ? await ownTree(repo) : await treeAt(base);
  const law = options.law ?? (await lawFor(repo, tree, { ...options, base }, world));
  const waivers = options.builtIn === true ? [] : await waiversOf(tree, law, world.now());
  const reader: Reader = { scan: compileScanner(law.scan), remoteOf: remoteFinder(law) };
  const commits = async (name: RangeName): Promise<CommitRange> =>
    name.commits ??
    (opening.range !== null && isSame(name, range) ? opening.range : commitRange(repo.git, name));
  return {
    repo,
    tree,
    lawAt: isPlain(options) ? base : null,
    law,
    reader,
    ...(await connect(repo, tree, { law, waivers }, { ...options, base }, world)),
    waivers,
    commits,
    tasks: once(() => tasksOf(tree, law, reader)),
    treeAt,
    tasksAt: remembered(async (commit) => tasksOf(await treeAt(commit), law, reader)),
    defaultBranches: once(() => defaultBranches(repo)),
    mailmap: (authors) => mailmapOf(repo, tree, { base, trees: options.trees }, authors),
    labels: (ids) => readLabels(repo, ids),
    reword: async (ids, name) => (ids.length === 0 ? null : rewordCommand(repo, ids, await commits(name))),
    at: world.now().toISOString(),
    notices: noticesOf(law, tree, options),
  };
}

/** The commit whose tree is trusted; null: the working tree, or in a bare repository the tree of HEAD. */
async function trustedBase(
  repo: Repository,
  opening: Opening,
  { place, policyRef, trees }: GateOptions,
): Promise<string | null> {
  if (policyRef !== undefined) return commitNamed({ repo, trees }, policyRef);
  if (place === "hook" || opening.range === null) return null;
  const { exclude } = await opening.range;
  return exclude[0] ?? null;
}

/** Nothing beside the tree had a say in the law. */
function isPlain({ overrides, assume, policyFile, builtIn = false }: GateOptions): boolean {
  return !isRaised(overrides) && assume === undefined && policyFile === undefined && !builtIn;
}

function isSame(one: RangeName, other: RangeName | null): boolean {
  return one.range === other?.range && (one.single ?? false) === (other.single ?? false);
}

async function ownTree(repo: Repository): Promise<Tree> {
  return repo.root === null ? commitTree(repo, "HEAD") : rememberLists(workTree(repo.root));
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
  { place, base, haste, home, bringRef, ownLaw = false }: GateOptions & { readonly base: string | null },
  { env, now }: GateWorld,
): Promise<Connected & Pick<Gate, "forge" | "own">> {
  // What stands in a work tree is whatever branch is checked out; a base commit is what CI or a server already has.
  const lawIsTrusted = base !== null && place !== "hook" && !ownLaw;
  const line = { env, lawIsTrusted, haste: haste ?? HASTE[place], now, ...(home ? { home } : {}) };
  const isAsking = asksForTickets(law, waivers);
  const ledger =
    law.ledger === null || !isAsking ? null : once(() => openBook({ ...line, repo, tree, law, bringRef }));
  const asked = isAsking ? law : { ...law, remotes: [] };
  const connected = await connectAll(asked, { ...line, tree, commonDir: repo.commonDir, place, ledger });
  const forge = once(async () => {
    const { dialForge, dialHome } = await import("./connect/forge.ts");
    if (home !== undefined) return dialHome(home, law, { ...line, commonDir: null });
    const origin = await originUrl(repo);
    if (origin === null) return null;
    return dialForge(origin, law, { ...line, commonDir: null });
  });
  const own = once(async () => {
    if (home !== undefined) return forgeRemote(law, home);
    const origin = await originUrl(repo);
    if (origin === null) return null;
    const { forgeSpot } = await import("./connect/forge.ts");
    const name = forgeSpot(origin, law.remotes)?.remote.name;
    return law.remotes.find((remote) => remote.name === name)?.name ?? null;
  });
  return { ...connected, forge, own };
}

/** A law that looks at references alone asks no tracker, and needs no token. */
function asksForTickets(law: Law, waivers: readonly Waiver[]): boolean {
  const wanted = law.spec.required ? ["tickets", "specs"] : ["tickets"];
  const asking = rules.filter(({ meta }) => meta.needs.some((one) => wanted.includes(one)));
  return asking.some(({ meta }) => isAnywhereOn(law, meta.id)) || waivers.some((one) => one.for.ticket);
}

const HASTE: Readonly<Record<DoorPlace, Haste>> = { hook: "hook", ci: "command", server: "server" };

function noticesOf(law: Law, tree: Tree, { builtIn = false }: GateOptions): readonly string[] {
  // Whoever passes the files by says why.
  const notices = law.sources.length === 0 && !builtIn ? ["no-policy-file"] : [];
  return law.remotes.length === 0 ? [...notices, "no-remote"] : [...notices, `trusted-tree: ${tree.label}`];
}
