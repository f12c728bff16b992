import { Fault, type Problem } from "../core/fault.ts";
import { lawInFiles } from "../gate/law.ts";
import type { Gate, GateOptions } from "../gate.ts";
import { mergeBase } from "../git/merge-base.ts";
import { pathsBetween } from "../git/paths-between.ts";
import { POLICY_FILES } from "../policy/discover.ts";

/** Where a law's files are, beside the usual places. */
export type PolicyFiles = Pick<GateOptions, "home" | "policyFile">;

/** The gate of a base. `broken`: why its own law can't be used, and the built-in one stands in; null: it can. */
export interface BaseGate {
  readonly gate: Gate;
  readonly broken: Fault | null;
}

/**
 * Opens the gate of a base, by the built-in law where the files of the base make none. A door's own wishes break nothing: what is wrong with
 * them alone is thrown as ever.
 */
export async function openBase(
  open: (law: Pick<GateOptions, "builtIn">) => Promise<Gate>,
  files: PolicyFiles,
  now: Date,
): Promise<BaseGate> {
  try {
    return { gate: await open({}), broken: null };
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== "policy" || thrown.problems.length === 0) throw thrown;
    const gate = await open({ builtIn: true });
    const { problems } = await lawInFiles(gate.repo, gate.tree, { place: gate.law.place, ...files }, now);
    if (problems.length === 0) throw thrown;
    return { gate, broken: thrown };
  }
}

/** A pull request onto a base whose law can't be used. */
export interface Mending extends PolicyFiles {
  readonly gate: Gate;
  readonly broken: Fault;
  readonly base: string;
  readonly head: string;
  readonly now: Date;
}

/** Why the built-in law counts, as a notice. Throws the fault itself where the change touches anything but files of the law, or nobody can see what. */
export async function builtInNotice(mending: Mending, isHere: boolean): Promise<string> {
  const { broken } = mending;
  if (!isHere || !(await touchesLawAlone(mending))) throw broken;
  const [first] = broken.problems;
  return `built-in-law: ${first === undefined ? broken.message : whereAndWhat(first)}`;
}

function whereAndWhat({ file, line, key, message }: Problem): string {
  return `${file}:${line}: ${key === "" ? "" : `${key}: `}${message}`;
}

async function touchesLawAlone({ gate, broken, base, head, now, ...files }: Mending): Promise<boolean> {
  const { repo, law, treeAt } = gate;
  const parted = await mergeBase(repo, base, head);
  if (parted === null) return false;
  const changed = await pathsBetween(repo, parted, head);
  const after = await lawInFiles(repo, await treeAt(head), { place: law.place, ...files }, now);
  const ofLaw = new Set<string>([
    ...POLICY_FILES,
    law.waivers.file,
    ...broken.problems.map(({ file }) => file),
    ...(after.law === null ? [] : [...after.law.sources, after.law.waivers.file]),
  ]);
  return changed.length > 0 && changed.every(({ path }) => ofLaw.has(path));
}
