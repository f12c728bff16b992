import type { Waiver } from "../core/evidence.ts";
import { Fault, type Problem } from "../core/fault.ts";
import type { Law } from "../core/law.ts";
import type { Tree } from "../core/ports.ts";
import { originUrl } from "../git/names.ts";
import type { Repository } from "../git/repository.ts";
import { commitTree, workTree } from "../git/tree.ts";
import { startOpening } from "../opening.ts";
import type { PolicyInput } from "../policy/load.ts";
import type { Overrides } from "../policy/overrides.ts";
import { rules } from "../rules/index.ts";
import { keepPlaceLaw, lawClock, placeLaw } from "../store/place-law.ts";
import { recordTree } from "../store/recorded-tree.ts";
import type { GateOptions, GateWorld } from "./options.ts";

/** A law that was compiled before is used as long as nothing that it came from was touched; one that is raised never. */
export async function lawFor(
  repo: Repository,
  tree: Tree,
  options: GateOptions & { readonly base: string | null },
  { env, now }: GateWorld,
): Promise<Law> {
  const { base, assume, overrides, policyFile, builtIn = false } = options;
  if (base !== null || assume !== undefined || policyFile !== undefined || builtIn || isRaised(overrides))
    return readLaw(repo, tree, options, now());
  const { place } = options;
  const kept = placeLaw({ repo, place, env });
  if (kept !== null) return kept;
  const began = lawClock(repo, place);
  const law = await readLaw(repo, tree, options, now());
  await keepPlaceLaw({ repo, env }, law, await watchedPaths(tree, law), began);
  return law;
}

/** Whether a door wants more of the law than the policy does. */
export function isRaised(overrides: Overrides | undefined): boolean {
  if (overrides === undefined) return false;
  const { preset, rules: levels = {}, unknown } = overrides;
  return preset !== undefined || unknown !== undefined || Object.keys(levels).length > 0;
}

/** Every file that the law and the task folders are found by, and the folders whose names count; root-relative. */
export async function watchedPaths(tree: Tree, law: Law): Promise<readonly string[]> {
  const [{ findBacklogs }, { POLICY_FILES }] = await Promise.all([
    import("../tasks/dialects.ts"),
    import("../policy/discover.ts"),
  ]);
  const recorded = recordTree(tree);
  const backlogs = await findBacklogs(recorded);
  const folders = backlogs.flatMap((backlog) => backlog.folders.map(({ path }) => path));
  const paths = [...POLICY_FILES, ...law.sources, law.waivers.file, ...recorded.asked(), ...folders];
  return [...new Set(paths)].sort();
}

async function readLaw(repo: Repository, tree: Tree, options: GateOptions, now: Date): Promise<Law> {
  const { loadPolicy } = await import("../policy/load.ts");
  return loadPolicy(await policyInput(repo, tree, options, now));
}

/** What the files of a tree make as law: itself, or why they make none. */
export interface FilesAsLaw {
  readonly law: Law | null;
  /** Empty: the law can be used. */
  readonly problems: readonly Problem[];
}

/** Reads policy and waivers of any tree, whatever a door wishes beside them. */
export async function lawInFiles(
  repo: Repository,
  tree: Tree,
  options: Pick<GateOptions, "place" | "home" | "policyFile">,
  now: Date,
): Promise<FilesAsLaw> {
  const { place, home, policyFile } = options;
  const files = { place, ...(home ? { home } : {}), ...(policyFile === undefined ? {} : { policyFile }) };
  try {
    return { law: await readLaw(repo, tree, files, now), problems: [] };
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== "policy") throw thrown;
    const { message, found, wanted, problems } = thrown;
    if (problems.length > 0) return { law: null, problems };
    const facts = { ...(found === undefined ? {} : { found }), ...(wanted === undefined ? {} : { wanted }) };
    const whole = { file: policyFile ?? "", line: 1, column: 1, key: "", message, ...facts };
    return { law: null, problems: [whole] };
  }
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
  { place, overrides, assume, home, policyFile, builtIn = false }: GateOptions,
  now: Date,
): Promise<PolicyInput> {
  const [{ openTasks }, origin] = await Promise.all([import("../tasks/store.ts"), originUrl(repo)]);
  const found = await openTasks(tree);
  const detected = {
    originUrl: origin,
    home: home ?? null,
    tasks: found.backlogs.length === 0 ? null : { prefixes: found.prefixes },
  };
  const more = {
    ...(overrides ? { overrides } : {}),
    ...(assume ? { assume } : {}),
    ...(builtIn ? { file: null } : policyFile === undefined ? {} : { file: policyFile }),
  };
  return { tree, place, detected, rules, today: dayOf(now), ...more };
}

/** The waivers of the trusted tree; what reads them is loaded only where there is such a file. */
export async function waiversOf(tree: Tree, law: Law, now: Date): Promise<readonly Waiver[]> {
  if ((await tree.read(law.waivers.file)) === null) return [];
  const [{ readWaivers }, { policyFault }] = await Promise.all([
    import("../policy/waivers.ts"),
    import("../policy/load.ts"),
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
