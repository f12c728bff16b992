import type { Access, Credential } from "../core/access.ts";
import { gitCredential } from "../git/credential.ts";
import type { Env } from "../git/env.ts";
import { runTool } from "../git/tool.ts";
import { keychainCredential } from "./keychain.ts";

/** A credential, and where it was found: the name of a variable or of a program, never the token. */
export interface FoundCredential extends Credential {
  readonly source: string;
}

/** A vendor's command line may refresh a token over the network; a helper that wants to ask somebody never ends. */
const MOST_TOOL_MS = 5000;

/**
 * Looks for a remote's credential: environment, the vendor's own command line, git's credential helpers, the system's
 * keychain; the first that has one counts. Null: none has. An account that the environment or the policy names goes with it.
 * `ms`: what all programs together may take of a person's time, by `now`.
 */
export async function findCredential<Settings>(
  access: Access<Settings>,
  settings: Settings,
  env: Env,
  { ms, now }: { readonly ms: number; now(): number },
): Promise<FoundCredential | null> {
  const named = userOf(access, settings, env);
  const end = now() + ms;
  const left = () => Math.min(MOST_TOOL_MS, Math.max(0, end - now()));
  const found =
    fromEnvironment(access, settings, env) ??
    (await fromTool(access, settings, env, left())) ??
    (await fromGit(access, settings, env, left())) ??
    (await fromKeychain(access, settings));
  return found === null ? null : { ...found, user: named ?? found.user };
}

/** The variables that would hold a credential, by the names that are most used: `JIRA_EMAIL and JIRA_API_TOKEN`. */
export function credentialNames<Settings>(access: Access<Settings>, settings: Settings): string {
  const { token, user = [] } = access.variables(settings);
  const account = access.needsUser?.(settings) === true ? user.slice(0, 1) : [];
  return [...account, ...token.slice(0, 1)].join(" and ");
}

function userOf<Settings>(access: Access<Settings>, settings: Settings, env: Env): string | null {
  const { user = [] } = access.variables(settings);
  return valueIn(env, user)?.value ?? access.user?.(settings) ?? null;
}

function fromEnvironment<Settings>(
  access: Access<Settings>,
  settings: Settings,
  env: Env,
): FoundCredential | null {
  const found = valueIn(env, access.variables(settings).token);
  return found === null ? null : { user: null, token: found.value, source: found.name };
}

function valueIn(
  env: Env,
  names: readonly string[],
): { readonly name: string; readonly value: string } | null {
  for (const name of names) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== "") return { name, value };
  }
  return null;
}

async function fromTool<Settings>(
  access: Access<Settings>,
  settings: Settings,
  env: Env,
  ms: number,
): Promise<FoundCredential | null> {
  const command = access.command?.(settings);
  if (command === undefined) return null;
  const result = await runTool(command, { env, ms });
  const token = result?.code === 0 ? result.stdout.trim() : "";
  // A program that prints more than a token was asked something else than we meant.
  return token === "" || /\s/.test(token)
    ? null
    : { user: null, token, source: command.slice(0, 3).join(" ") };
}

async function fromGit<Settings>(
  access: Access<Settings>,
  settings: Settings,
  env: Env,
  ms: number,
): Promise<FoundCredential | null> {
  const host = access.gitHost?.(settings) ?? new URL(access.base(settings)).host;
  const found = await gitCredential(host, env, ms);
  return found === null ? null : { ...found, source: "git credential" };
}

async function fromKeychain<Settings>(
  access: Access<Settings>,
  settings: Settings,
): Promise<FoundCredential | null> {
  const found = await keychainCredential(new URL(access.base(settings)).origin);
  return found === null ? null : { ...found, source: "keychain" };
}
