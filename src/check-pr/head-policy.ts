import type { HeadPolicy } from "../core/evidence.ts";
import { Fault, type Problem } from "../core/fault.ts";
import type { Tree } from "../core/ports.ts";
import { HEAD_POLICY_RULE } from "../core/rule-ids.ts";
import { isAnywhereOn } from "../core/scope.ts";
import { type FilesAsLaw, lawInFiles } from "../gate/law.ts";
import { mergeBase } from "../git/merge-base.ts";
import { commitCalled } from "../git/repository.ts";
import { POLICY_FILES } from "../policy/discover.ts";
import { readSource } from "../policy/read-source.ts";
import type { OpenPullRequest } from "./open.ts";

/** What of a pull request tells the law that merging would make. */
export type LawChange = Pick<
  OpenPullRequest,
  "gate" | "base" | "head" | "range" | "policyFiles" | "isBuiltIn" | "now"
>;

/** The law that merging would make, as evidence; null: policy and waivers stay as they are, or no rule asks. */
export async function headPolicy(opened: LawChange): Promise<HeadPolicy | null> {
  if (!isAnywhereOn(opened.gate.law, HEAD_POLICY_RULE)) return null;
  try {
    return await told(opened);
  } catch (thrown) {
    // Whatever hindered it, nobody has seen that the head's law can be used.
    if (thrown instanceof Fault && thrown.code !== "internal") return { status: "unknown" };
    throw thrown;
  }
}

async function told(opened: LawChange): Promise<HeadPolicy | null> {
  const { gate, head, policyFiles, isBuiltIn, now } = opened;
  const tree = await gate.treeAt(head);
  // Of a law that can't be used nobody knows all the files.
  if (!isBuiltIn && (await isUntouched(opened, tree))) return null;
  const made = await lawInFiles(gate.repo, tree, { place: gate.law.place, ...policyFiles }, now);
  const isRemoved = gate.law.sources.length > 0 && made.law?.sources.length === 0;
  return {
    status: "read",
    problems: [...made.problems, ...(await lostBaseline(gate, tree, made))],
    isRemoved,
  };
}

/** A head may be older than its base: then merging keeps what the base has, as long as the head did not touch it. */
async function isUntouched({ gate, base, head, range }: LawChange, tree: Tree): Promise<boolean> {
  if (await isSameLaw(gate, gate.tree, tree)) return true;
  const parted = range === null ? null : await mergeBase(gate.repo, base, head);
  return parted !== null && parted !== base && isSameLaw(gate, await gate.treeAt(parted), tree);
}

async function isSameLaw({ law }: LawChange["gate"], one: Tree, other: Tree): Promise<boolean> {
  const usual = new Set<string>(POLICY_FILES);
  const roots = (await Promise.all([one.list(""), other.list("")])).flat();
  const named = [...law.sources.filter((source) => !source.startsWith("github:")), law.waivers.file];
  const files = new Set([...roots.map(({ path }) => path).filter((path) => usual.has(path)), ...named]);
  for (const file of files) {
    const [mine, theirs] = await Promise.all([readSource(one, file), readSource(other, file)]);
    if (JSON.stringify(mine.problem) !== JSON.stringify(theirs.problem)) return false;
    if (Buffer.compare(mine.bytes ?? NOTHING, theirs.bytes ?? NOTHING) !== 0) return false;
    if ((mine.bytes === null) !== (theirs.bytes === null)) return false;
  }
  return true;
}

const NOTHING = new Uint8Array();

/** No range can be judged behind a commit that is nowhere; a shallow clone does not tell. */
async function lostBaseline(
  { repo, law: before }: LawChange["gate"],
  tree: Tree,
  { law }: FilesAsLaw,
): Promise<readonly Problem[]> {
  const baseline = law?.baseline ?? null;
  if (law === null || baseline === null || baseline === before.baseline || repo.shallow) return [];
  if (repo.root === null || (await commitCalled(repo, baseline)) !== null) return [];
  const places = await Promise.all(law.sources.map((file) => placeIn(tree, file, baseline)));
  const { file, line } = places.findLast(({ line }) => line > 0) ?? {
    file: law.sources.at(-1) ?? "",
    line: 1,
  };
  const key = "baseline.commit";
  const wanted = "a commit that is here";
  return [
    { file, line, column: 1, key, message: "this is no commit of the repository", found: baseline, wanted },
  ];
}

/** Line 0: it is not there. */
async function placeIn(tree: Tree, file: string, text: string): Promise<{ file: string; line: number }> {
  const lines = Buffer.from((await tree.read(file)) ?? NOTHING)
    .toString("utf8")
    .toLowerCase()
    .split("\n");
  return { file, line: lines.findIndex((one) => one.includes(text)) + 1 };
}
