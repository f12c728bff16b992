import { Fault } from "../core/fault.ts";
import type { RemoteKind, RemoteLaw } from "../core/law.ts";
import { isMapping, type Json } from "../policy/json.ts";
import { GRAMMARS, remotesSchema } from "../policy/remotes.ts";
import { clashes } from "../policy/scan-config.ts";

/** Remotes as a policy writes them, by name. */
export type RemoteEntries = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What is asked of a person for one kind of tracker; each becomes a key of the policy's entry. */
export interface RemoteQuestion {
  readonly key: string;
  readonly text: string;
  readonly example: string;
  /** Written with commas, kept as a list. */
  readonly list?: true;
  readonly optional?: true;
}

const PROJECTS: RemoteQuestion = {
  key: "projects",
  text: "Keys of the projects that count, with commas (empty: any)",
  example: "PROJ, OPS",
  list: true,
  optional: true,
};

/** By kind, what its entry needs. */
export const QUESTIONS: Readonly<Record<Exclude<RemoteKind, "markdown">, readonly RemoteQuestion[]>> = {
  github: [{ key: "repo", text: "Repository whose issues count", example: "owner/repo" }],
  gitlab: [{ key: "project", text: "Project whose issues count", example: "group/project" }],
  jira: [{ key: "site", text: "Host of the Jira site", example: "company.atlassian.net" }, PROJECTS],
  linear: [
    { key: "teams", text: "Keys of the teams that count, with commas", example: "ENG, OPS", list: true },
  ],
  "azure-devops": [
    { key: "organization", text: "Organization", example: "my-org" },
    { key: "project", text: "Project", example: "my-project" },
  ],
  clickup: [{ key: "team", text: "Number of the workspace", example: "12345678" }],
  notion: [
    {
      key: "data_source",
      text: "Id of the data source or database",
      example: "0123456789abcdef0123456789abcdef",
    },
  ],
};

/**
 * Remotes as the command line writes them: `NAME: { KEY: VALUE, … }`, as in the policy; `kind` may be left out where the
 * name is one. Throws Fault("usage") for what the policy would not take.
 */
export async function readRemotes(texts: readonly string[]): Promise<RemoteEntries> {
  const { parse } = await import("yaml");
  const entries: Record<string, unknown> = {};
  for (const text of texts) Object.assign(entries, withKinds(parsed(parse, text)));
  return checked(entries);
}

/** An entry that a person's answers make. Empty answers are left out. */
export function entryFrom(kind: keyof typeof QUESTIONS, answers: ReadonlyMap<string, string>): RemoteEntries {
  const entry: Record<string, unknown> = { kind };
  for (const { key, list } of QUESTIONS[kind]) {
    const answer = answers.get(key)?.trim() ?? "";
    if (answer === "") continue;
    entry[key] = list === true ? answer.split(/[\s,]+/).filter(Boolean) : answer;
  }
  return { [kind]: entry };
}

/** The entries, as the policy takes them. Throws Fault("usage") with everything that it would refuse. */
export async function checked(entries: Readonly<Record<string, unknown>>): Promise<RemoteEntries> {
  const { z } = await import("zod");
  const result = remotesSchema(z).safeParse(entries);
  if (result.success) return unambiguous(result.data);
  const wrong = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Fault("usage", "A remote can't be written like this.", {
    found: wrong.join("; "),
    wanted: "an entry as the policy has it, such as jira: { site: company.atlassian.net, projects: [PROJ] }",
    fix: "golden-thread init --help",
  });
}

/** A policy in which two trackers claim one id can't be used, and a policy that can't be used stops every commit. */
function unambiguous(entries: RemoteEntries): RemoteEntries {
  const [clash] = clashes(remoteLaws(entries));
  if (clash === undefined) return entries;
  const { remote, other, claimed } = clash;
  throw new Fault(
    "usage",
    `${remote} and ${other} claim the same ids, so nobody could tell whose they are.`,
    {
      found: claimed,
      wanted: "each id in one remote; projects: and teams: say whose keys they are",
      fix: "golden-thread init --help",
    },
  );
}

/** What was detected, without what would claim an id that a named entry claims: detection is a guess. */
export function besides(named: RemoteEntries, detected: Json): Json {
  const own = remoteLaws(named);
  const isFree = (name: string, entry: unknown) =>
    isMapping(entry) && clashes([...own, ...remoteLaws({ [name]: entry })]).length === 0;
  return Object.fromEntries(Object.entries(detected).filter(([name, entry]) => isFree(name, entry)));
}

/** The same entries as look-ups take them. */
export function remoteLaws(entries: RemoteEntries): readonly RemoteLaw[] {
  return Object.entries(entries).flatMap(([name, settings]) => {
    const kind = kindOf(settings.kind);
    return kind === null ? [] : [{ name, kind, grammar: GRAMMARS[kind], settings }];
  });
}

function kindOf(value: unknown): RemoteKind | null {
  return isKind(value) ? value : null;
}

function isKind(value: unknown): value is RemoteKind {
  return typeof value === "string" && Object.hasOwn(GRAMMARS, value);
}

function parsed(parse: (text: string) => unknown, text: string): Readonly<Record<string, unknown>> {
  const value = quietly(() => parse(text));
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new Fault("usage", "This is no remote.", {
    found: text,
    wanted: "NAME: { KEY: VALUE }, such as jira: { site: company.atlassian.net }",
    fix: "golden-thread init --help",
  });
}

function quietly(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    // What is wrong with it is told together with what was wanted.
    return null;
  }
}

function withKinds(entries: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kinds = Object.entries(entries).map(([name, entry]) => {
    const isBare = typeof entry === "object" && entry !== null && !("kind" in entry);
    return [name, isBare && isKind(name) ? { kind: name, ...entry } : entry] as const;
  });
  return Object.fromEntries(kinds);
}
