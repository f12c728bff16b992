import type { Call } from "../kit.ts";
import { FIELDS } from "./render.ts";
import type { Issue, Jira, User } from "./state.ts";

/** Whose request it is; null: nobody's. */
export interface Caller {
  readonly user: User | null;
  readonly mayWrite: boolean;
}

/** One request, with what is needed to answer it. */
export interface Asked {
  readonly jira: Jira;
  readonly call: Call;
  readonly caller: Caller;
  readonly origin: string;
  /** Notes what no client may send. */
  problem(text: string): void;
}

/** One project is public, one is nobody's who asks here; the others are for who is signed in. */
export function isVisible({ caller }: Asked, { project, deleted }: Issue): boolean {
  return !deleted && project !== "SECRET" && (caller.user !== null || project === "CORE");
}

export function queryOf({ call, problem }: Asked, known: readonly string[]): URLSearchParams {
  for (const name of call.query.keys())
    if (!known.includes(name)) problem(`${call.path}: unknown query ${name}`);
  return call.query;
}

export function bodyOf(
  { call, problem }: Asked,
  known: readonly string[],
): Readonly<Record<string, unknown>> {
  const { json } = call;
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    problem(`${call.path}: no JSON object`);
    return {};
  }
  for (const name of Object.keys(json))
    if (!known.includes(name)) problem(`${call.path}: unknown field ${name}`);
  return { ...json };
}

export function fieldsOf({ problem }: Asked, names: unknown): readonly string[] {
  const list = Array.isArray(names) ? names.map(String) : [];
  for (const name of list) if (FIELDS[name] === undefined) problem(`unknown field ${name}`);
  return list;
}
