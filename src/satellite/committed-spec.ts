import { Fault } from "../core/fault.ts";
import type { Spec } from "../core/spec.ts";
import { specState } from "../core/spec-complete.ts";
import { commitTree } from "../git/tree.ts";
import type { Desk, DeskTask } from "./desk.ts";
import { gapText } from "./spec-gaps.ts";
import { specOf } from "./spec-of.ts";
import { type SpecOwner, taskOwner } from "./spec-owner.ts";
import type { Refusal } from "./work.ts";

/** A task's spec as a commit has it, and what stands against going on. */
export interface CommittedSpec {
  readonly spec: Spec | null;
  /** The policy asks for a spec, and there is none, or none that is finished. */
  readonly refusal: Refusal | null;
  readonly warnings: readonly string[];
}

/**
 * The spec in the tree of a commit, since that is what everybody else sees. `unfinished`: what a spec with gaps means where the policy asks
 * for finished ones. Throws Fault("usage") for one that is ambiguous, can't be read, or stands in the work tree alone.
 */
export async function committedSpec(
  desk: Desk,
  work: DeskTask,
  commit: string,
  unfinished: "warn" | "refuse",
): Promise<CommittedSpec> {
  const { gate } = desk;
  const owner = taskOwner(desk, work);
  const answer = await specOf(desk, owner, await commitTree(gate.repo, commit));
  switch (answer.status) {
    case "found":
      return weighed(desk, owner, work, answer.spec, unfinished);
    case "none":
      return none(desk, owner, work);
    case "ambiguous":
      throw new Fault("usage", `${work.id} has several specs, and nobody can tell which one counts.`, {
        found: answer.candidates.join(", "),
        wanted: "one spec a ticket; spec.path in the task's front matter names it",
        fix: `golden-thread spec show ${work.id}`,
      });
    case "unreadable":
      throw new Fault("usage", `The spec of ${work.id} can't be read.`, {
        found: `${answer.path}: ${answer.detail}`,
        wanted: "a text file that is committed",
        fix: `golden-thread spec show ${work.id}`,
      });
    case "unknown":
      throw new Fault("unavailable", `Nobody can tell the spec of ${work.id} now.`, {
        found: answer.detail,
        fix: `golden-thread spec show ${work.id}`,
      });
  }
}

async function weighed(
  desk: Desk,
  owner: SpecOwner,
  work: DeskTask,
  spec: Spec,
  unfinished: "warn" | "refuse",
): Promise<CommittedSpec> {
  const warnings = await unsaved(desk, owner, work, spec);
  const { gaps } = specState(spec.text, await owner.kind(), desk.gate.law.spec);
  if (gaps.length === 0) return { spec, refusal: null, warnings };
  const found = gaps.map(gapText).join("; ");
  const message = `The spec of ${work.id} is not finished`;
  const { rules, spec: terms } = desk.gate.law;
  const isWanted = terms.required && (rules["spec-complete"]?.level ?? "off") !== "off";
  if (unfinished === "warn" || !isWanted)
    return { spec, refusal: null, warnings: [...warnings, `${message}: ${found}.`] };
  const refusal: Refusal = {
    rule: "spec-complete",
    message: `${message}, and the policy asks for that.`,
    found,
    wanted: `${spec.path ?? work.id} without gaps, committed`,
    fix: `golden-thread spec check ${work.id}`,
  };
  return { spec, refusal, warnings };
}

async function none(desk: Desk, owner: SpecOwner, work: DeskTask): Promise<CommittedSpec> {
  const here = await specOf(desk, owner, desk.gate.tree);
  if (here.status === "found" && here.spec.path !== null) throw uncommitted(work, here.spec.path);
  if (!desk.gate.law.spec.required)
    return { spec: null, refusal: null, warnings: [`${work.id} has no spec.`] };
  const refusal: Refusal = {
    rule: "spec-present",
    message: `${work.id} has no spec, and the policy asks for one.`,
    found: "none",
    wanted: desk.gate.law.spec.paths.join(", "),
    fix: `golden-thread spec show ${work.id}`,
  };
  return { spec: null, refusal, warnings: [] };
}

async function unsaved(
  desk: Desk,
  owner: SpecOwner,
  work: DeskTask,
  { digest, path }: Spec,
): Promise<readonly string[]> {
  const here = await specOf(desk, owner, desk.gate.tree);
  if (here.status !== "found" || here.spec.digest === digest) return [];
  // A source that ranks before the committed one stands in the work tree alone.
  if (here.spec.path !== null && here.spec.path !== path) throw uncommitted(work, here.spec.path);
  return [`The spec ${path ?? work.id} has changes that are not committed; they do not count.`];
}

function uncommitted({ id }: DeskTask, path: string): Fault {
  return new Fault("usage", `The spec of ${id} is not committed, so nobody else can see it.`, {
    found: `${path} in the work tree alone`,
    wanted: "a commit that holds it",
    fix: `git add ${path} && git commit`,
  });
}
