import { mkdtempSync, realpathSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { repositoryAddress } from "../core/repository-address.ts";
import { configEnv, type Setting } from "./config-env.ts";
import type { Env } from "./env.ts";
import { originUrl } from "./names.ts";
import { NO_FETCH } from "./own-objects.ts";
import { commitCalled, openRepository, type Repository } from "./repository.ts";
import { openGit } from "./run.ts";

/** A repository that somebody else made, perhaps as another user. `env`: more of it, by which git reads it all the same. */
export interface ForeignClone {
  readonly repo: Repository;
  readonly env: Env;
}

/** Which repository is looked for. */
export interface Wanted {
  /** `https://host/owner/repo`. */
  readonly url: string;
  /** A commit that it has: a clone without an origin is known by it. */
  readonly commit: string | null;
}

/** The clone of a repository whose top is this very folder; null: there is none. */
export async function cloneIn(folder: string, env: Env, wanted: Wanted): Promise<ForeignClone | null> {
  const top = realpathIn(folder);
  if (top === null) return null;
  const trusting = trustingEnv(env, top, wanted);
  const repo = await openRepository(openGit({ cwd: top, env: { ...env, ...trusting } })).catch(() => null);
  if (repo === null || repo.root === null || realpathIn(repo.root) !== top) return null;
  const origin = await originUrl(repo);
  if (origin !== null) return isSame(origin, wanted.url) ? { repo, env: trusting } : null;
  if (wanted.commit === null || (await commitCalled(repo, wanted.commit)) === null) return null;
  const named = trustingEnv(env, top, { ...wanted, more: [["remote.origin.url", wanted.url]] });
  return { repo: { ...repo, git: openGit({ cwd: top, env: { ...env, ...named } }) }, env: named };
}

/** An empty repository below a folder, which knows where it belongs. `branch`: what its HEAD names. */
export async function emptyClone(
  below: string,
  env: Env,
  { url, commit, branch }: Wanted & { readonly branch: string },
): Promise<ForeignClone> {
  const folder = realpathSync(mkdtempSync(join(below, "golden-thread-")));
  const trusting = trustingEnv(env, folder, { url, more: [["remote.origin.url", url]] });
  const git = openGit({ cwd: folder, env: { ...env, ...trusting } });
  const format = commit?.length === 64 ? ["--object-format=sha256"] : [];
  await git.run(["init", "--quiet", "--bare", `--initial-branch=${branch}`, "--template=", ...format]);
  return { repo: await openRepository(git), env: trusting };
}

/** Whether contents may be missing that git would fetch when it needs them, by a right that this process need not have. */
export async function isPartial({ git }: Repository): Promise<boolean> {
  const args = ["config", "--get-regexp", "^remote\\..*\\.(promisor|partialclonefilter)$"];
  return (await git.text(args, { codes: [0, 1] })) !== "";
}

/**
 * A clone is read whoever it belongs to: what it says is judged by commits' ids alone. Whoever wrote its configuration may have named
 * programs in it, and no child of ours is to start one: hooks, helpers, or another way to the repository than the web's (git-config,
 * `protocol.allow`; git, GIT_ALLOW_PROTOCOL).
 */
function trustingEnv(env: Env, folder: string, { url, more = [] }: Trusting): Env {
  const scheme = url.slice(0, Math.max(0, url.indexOf(":")));
  return {
    GIT_ALLOW_PROTOCOL: env.GIT_ALLOW_PROTOCOL ?? (scheme === "http" ? "http:https" : "https"),
    ...configEnv(env, [
      ["safe.directory", folder],
      ["safe.bareRepository", "all"],
      ...HARMLESS,
      ...SIGNING,
      ...more,
    ]),
  };
}

interface Trusting extends Pick<Wanted, "url"> {
  readonly more?: readonly Setting[];
}

/** What a clone's own configuration says of these does not count: the last word is the environment's. */
const HARMLESS: readonly Setting[] = [
  ["core.hooksPath", devNull],
  ["core.alternateRefsCommand", ""],
  ["core.askPass", ""],
  // An empty one takes away all that were named before it (gitcredentials, "CONFIGURATION OPTIONS").
  ["credential.helper", ""],
  ["log.showSignature", "false"],
];

/** What looks at signatures, as git has it where nothing is configured. */
const SIGNING: readonly Setting[] = [
  ["gpg.program", "gpg"],
  ["gpg.openpgp.program", "gpg"],
  ["gpg.x509.program", "gpgsm"],
  ["gpg.ssh.program", "ssh-keygen"],
];

/**
 * More of an environment, by which a clone that was handed over is read as it lies there: nothing that its configuration names is
 * started, and what it lacks is fetched from nowhere.
 */
export function offlineEnv(env: Env): Env {
  return { ...NO_FETCH, ...configEnv(env, HARMLESS) };
}

function realpathIn(folder: string): string | null {
  try {
    return realpathSync(folder);
  } catch {
    return null;
  }
}

function isSame(one: string, other: string): boolean {
  const [here, there] = [repositoryAddress(one), repositoryAddress(other)];
  return here !== null && here.host === there?.host && here.path.toLowerCase() === there.path.toLowerCase();
}
