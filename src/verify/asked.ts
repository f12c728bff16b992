import { NO_ADDRESS } from "../attest/context.ts";
import type { Repository } from "../git/repository.ts";
import { audienceOf } from "../ledger/audience.ts";
import type { EvidenceFinding } from "./codes.ts";
import type { JudgedLine } from "./judge-line.ts";

/** What was asked of all records; null: nobody said, and no clone tells it. */
interface Asked {
  readonly repository: string | null;
  readonly ref: string | null;
  readonly repo: Repository | null;
}

/**
 * What nobody asked about, so that a log of another repository, or of another branch, would read like the one that was meant: it is told,
 * and where the records themselves disagree nobody can tell.
 */
export async function judgeAsked(
  lines: readonly JudgedLine[],
  { repository, ref, repo }: Asked,
): Promise<readonly EvidenceFinding[]> {
  const changes = lines.flatMap(({ facts }) => facts?.change ?? []);
  if (changes.length === 0) return [];
  const repositories = distinct(changes.map((change) => addressOf(change.repository)));
  const refs = distinct(changes.map(({ targetRef }) => targetRef ?? NO_REF));
  const findings: EvidenceFinding[] = [];
  const tell = (code: EvidenceFinding["code"], all: readonly string[]) =>
    findings.push({ code, line: null, about: all.join(", ") });
  if (repository === null && repositories.length > 1) tell("several-repositories", repositories);
  // Neither the records nor the clone have an address: that its commits are theirs is all that there is to ask.
  else if (repository === null && !(repo !== null && repositories[0] === NO_ADDRESS))
    tell("repository-not-asked", repositories);
  // What was judged by hand names no ref, so it can't be taken for another's.
  if (ref !== null || refs.join() === NO_REF) return findings;
  // Each record's own ref is looked up in a clone.
  if (refs.length > 1 && repo === null) tell("several-refs", refs);
  else if (repo === null || refs.length !== 1 || refs[0] !== (await onlyBranch(repo)))
    tell("ref-not-asked", refs);
  return findings;
}

const NO_REF = "no ref";

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

function addressOf(told: string): string {
  const address = told.replace(/^git\+/, "");
  return address === NO_ADDRESS ? address : (audienceOf(address) ?? address);
}

/** Full name of the one branch that a clone has, its own or that of its origin; null: there are several, or none. */
async function onlyBranch({ git }: Repository): Promise<string | null> {
  const text = await git.text(["for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes/origin"]);
  const names = text
    .split("\n")
    .map((name) => name.replace(/^refs\/remotes\/origin\//, "refs/heads/"))
    .filter((name) => name !== "refs/heads/HEAD" && name !== "");
  const [one, ...more] = new Set(names);
  return one === undefined || more.length > 0 ? null : one;
}
