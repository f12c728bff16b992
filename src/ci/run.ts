import { isObjectId } from "../core/object-id.ts";
import type { CiEnv } from "./variables.ts";

/** What a CI system says of the run that we are part of. All of it is untrusted text but the number. */
export interface CiRun {
  /** As people call the system. */
  readonly title: string;
  /** The pull request that is built; null: it builds something else. */
  readonly change: CiChange | null;
  /** What there is to judge; null: nothing that is new (a tag, an event of another kind). */
  readonly range: CiRange | null;
  /** Short name of the branch that the commits are on; null: not told. */
  readonly branch: string | null;
  /** Short name of the branch that everybody starts from; null: not told. */
  readonly defaultBranch: string | null;
  /** The page of this run. */
  readonly url: string | null;
  /** Commits' pages without the id at their ends; null: not told. */
  readonly commits: string | null;
  /** Whether everybody who reads the run was let into the repository; null: not told. */
  readonly isPrivate: boolean | null;
  /** The format that its log understands beside text, by its name in the registry of formats; null: none. */
  readonly log: "azure" | "github" | "teamcity" | null;
  /** What makes its clones whole, in words of its own configuration. */
  readonly whole: string;
  /** File of the event that began the run, where the variables leave out what it says (GitHub). */
  readonly event: string | null;
  /** Where reports about a commit can be posted without a credential (Bitbucket); null: nowhere. */
  readonly insights: { readonly repository: string; readonly commit: string } | null;
}

/** A pull request, as far as variables tell of it. */
export interface CiChange {
  readonly number: number;
  /** Short name of the branch that it is to go into; null: not told. */
  readonly target: string | null;
}

/** Names of commits, the best first: a clone need not have each of them. */
export interface CiRange {
  /** What was there before: the tip of a pull request's target, the branch before a push. None: not told. */
  readonly bases: readonly string[];
  readonly heads: readonly string[];
}

/** Reads one system's variables. */
export type Recognise = (env: CiEnv) => CiRun;

/** Nothing is known but the system's name. */
export function unknownRun(title: string): CiRun {
  return {
    title,
    change: null,
    range: null,
    branch: null,
    defaultBranch: null,
    url: null,
    commits: null,
    isPrivate: null,
    log: null,
    whole: "git fetch --unshallow",
    event: null,
    insights: null,
  };
}

/** The value of a variable; null: it is not set, or empty. */
export function valueIn(env: CiEnv, name: string): string | null {
  const value = env[name]?.trim() ?? "";
  return value === "" ? null : value;
}

/** The values of those variables that are set. */
export function valuesIn(env: CiEnv, ...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => valueIn(env, name) ?? []);
}

/** A pull request by its number; null: that is none (Buildkite says `false`). */
export function changeOf(number: string | null, target: string | null): CiChange | null {
  return number !== null && /^[1-9]\d{0,14}$/.test(number) ? { number: Number(number), target } : null;
}

/** Systems write branches short or in full. */
export function shortBranch(name: string | null): string | null {
  return name === null ? null : name.replace(/^refs\/heads\//, "");
}

/** An address for people below one that a variable holds; null: it holds none. */
export function pageBelow(address: string | null, path: string): string | null {
  return address !== null && /^https?:\/\//.test(address) ? `${address.replace(/\/+$/, "")}/${path}` : null;
}

/** Where a clone keeps the tip of a branch of the forge. */
export function tipOf(branch: string | null): readonly string[] {
  return branch === null ? [] : [`refs/remotes/origin/${branch}`];
}

/** Ids of commits among some texts; what is all zeros says that there was none. */
export function idsAmong(...texts: readonly (string | null)[]): readonly string[] {
  return texts.flatMap((text) => (text !== null && isObjectId(text) && !/^0+$/.test(text) ? [text] : []));
}
