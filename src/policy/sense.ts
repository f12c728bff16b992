import type { Problem } from "../core/fault.ts";
import type { RemoteLaw } from "../core/law.ts";
import { nearest } from "../core/nearest.ts";
import { isMapping } from "./json.ts";
import { type Layer, type Resolved, saidBy } from "./resolve.ts";
import { clashes } from "./scan-config.ts";

interface Whole {
  readonly base: Resolved;
  readonly scopes: readonly Resolved[];
  readonly remotes: readonly RemoteLaw[];
  readonly layers: readonly Layer[];
}

/** What is wrong with a policy whose every key is right: keys that do not go together. */
export function senseProblems(whole: Whole): readonly Problem[] {
  return [
    ...claimedTwice(whole),
    ...withoutUpstream(whole),
    ...listsOfNobody(whole, whole.base, ["authorise"]),
    ...whole.scopes.flatMap((scope, index) => listsOfNobody(whole, scope, ["scopes", index, "authorise"])),
  ];
}

function problemAt(
  layers: readonly Layer[],
  path: readonly PropertyKey[],
  message: string,
  part: "key" | "value" = "value",
): Problem {
  const place = saidBy(layers, path, part) ?? { file: layers.at(-1)?.label ?? "", line: 1, column: 1 };
  return { ...place, key: path.join("."), message };
}

function claimedTwice({ remotes, layers }: Whole): readonly Problem[] {
  return clashes(remotes).map(({ remote, other, claimed }) => ({
    ...problemAt(
      layers,
      ["remotes", remote],
      `${other} claims the same ids, so nobody could tell whose they are`,
    ),
    found: claimed,
    wanted: "each id in one remote",
  }));
}

/** By what the policy names: a detected remote is a guess, and a guess is no authority. */
function withoutUpstream({ base, scopes, layers }: Whole): readonly Problem[] {
  const asks = [base, ...scopes].some(({ policy }) => policy.authority === "upstream");
  if (!asks || base.facts.hasUpstream) return [];
  const problem = problemAt(layers, ["authority"], "nothing could authorise: no tracker is configured");
  return [{ ...problem, found: "upstream", wanted: "a tracker under remotes, or another authority" }];
}

/** Lists of states or types for a remote that there is not. */
function listsOfNobody(
  whole: Whole,
  { policy }: Resolved,
  section: readonly PropertyKey[],
): readonly Problem[] {
  const { states, types } = policy.authorise;
  return [
    ...listOfNobody(whole, states, [...section, "states"]),
    ...listOfNobody(whole, types, [...section, "types"]),
  ];
}

function listOfNobody(
  { remotes, layers }: Whole,
  lists: unknown,
  path: readonly PropertyKey[],
): readonly Problem[] {
  if (!isMapping(lists) || saidBy(layers, path) === null) return [];
  const names = remotes.map((remote) => remote.name);
  return Object.keys(lists)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const near = nearest(name, names);
      const problem = {
        ...problemAt(layers, [...path, name], "unknown remote", "key"),
        found: name,
        wanted: names.join(", "),
      };
      return near === null ? problem : { ...problem, suggestion: near };
    });
}
