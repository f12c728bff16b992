import { Fault } from "../core/fault.ts";
import type { Verdict } from "../core/finding.ts";
import type { Spec, SpecAnswer } from "../core/spec.ts";
import { type SpecState, specState } from "../core/spec-complete.ts";
import type { GateWorld } from "../gate.ts";
import type { FileEdit } from "../tasks/edit.ts";
import { type Desk, type DeskTask, openDesk } from "./desk.ts";
import { editFile } from "./edit-file.ts";
import { specOf } from "./spec-of.ts";
import { namedOwner, type SpecOwner, taskOwner } from "./spec-owner.ts";
import { type ShownOwner, shownOwner } from "./spec-show.ts";

/** What a task file says of the spec's digest. */
export interface SpecSeal {
  readonly task: string;
  readonly path: string;
  /** `spec.checksum` as it stands there now; null: it says none. */
  readonly checksum: string | null;
  /** `stale`: the spec is another one by now. */
  readonly state: "same" | "stale" | "none";
  /** What of the file was changed just now. */
  readonly written: "path" | "digest" | null;
  /** Who approved the task by its front matter. */
  readonly approvedBy: readonly string[];
}

/** One spec, weighed. */
export interface CheckedSpec {
  readonly owner: ShownOwner;
  readonly answer: SpecAnswer;
  /** Null: there is no spec to weigh, or nobody could tell by which headings. */
  readonly state: SpecState | null;
  /** Why nobody could. */
  readonly doubt: string | null;
  readonly seals: readonly SpecSeal[];
  /** A spec is wanted here: the policy asks for one, or somebody named the task. */
  readonly isWanted: boolean;
  readonly verdict: Verdict;
}

/** What to weigh. */
export interface SpecChecking {
  /** Tasks and tickets; none: every open task. */
  readonly names: readonly string[];
  /** Task files are to name the spec's path and digest. */
  readonly write: boolean;
}

/** Weighs specs as the work tree has them. Throws Fault("usage") for a name that nobody knows, and what editing a file throws. */
export async function checkSpecs(
  world: GateWorld,
  { names, write }: SpecChecking,
): Promise<readonly CheckedSpec[]> {
  const desk = await openDesk(world);
  const owners: SpecOwner[] = [];
  for (const name of names) owners.push(await namedOwner(desk, name));
  if (names.length === 0) owners.push(...desk.all.filter(isOpen).map((one) => taskOwner(desk, one)));
  const isWanted = names.length > 0 || desk.gate.law.spec.required;
  const checked: CheckedSpec[] = [];
  for (const owner of owners) checked.push(await weighed(desk, owner, { isWanted, write }));
  return checked;
}

function isOpen({ task }: DeskTask): boolean {
  const category = task.ticket?.state.category;
  return task.kind === "active" && category !== "done" && category !== "canceled";
}

async function weighed(
  desk: Desk,
  owner: SpecOwner,
  { isWanted, write }: { readonly isWanted: boolean; readonly write: boolean },
): Promise<CheckedSpec> {
  const said = { owner: shownOwner(owner), isWanted };
  const answer = await specOf(desk, owner, desk.gate.tree);
  if (answer.status !== "found")
    return { ...said, answer, state: null, doubt: null, seals: [], verdict: withoutSpec(answer, isWanted) };
  const { spec } = answer;
  const type = await kindOf(desk, owner);
  if (type.detail !== null)
    return { ...said, answer, state: null, doubt: type.detail, seals: [], verdict: "undecided" };
  const state = specState(spec.text, type.kind, desk.gate.law.spec);
  const seals: SpecSeal[] = [];
  for (const task of owner.tasks)
    seals.push(write && isFile(spec) ? await sealed(desk, task, spec) : sealOf(task, spec));
  const isSealed = seals.every((one) => one.state !== "stale");
  return {
    ...said,
    answer,
    state,
    doubt: null,
    seals,
    verdict: state.gaps.length === 0 && isSealed ? "pass" : "fail",
  };
}

function withoutSpec({ status }: SpecAnswer, isWanted: boolean): Verdict {
  if (status === "unknown") return "undecided";
  return status === "none" && !isWanted ? "pass" : "fail";
}

/** The kind decides only where the law has headings for some kinds alone. */
async function kindOf(
  { gate }: Desk,
  owner: SpecOwner,
): Promise<{ readonly kind: string | null; readonly detail: string | null }> {
  const isAsked = Object.keys(gate.law.spec.headings).some((type) => type !== "default");
  if (!isAsked) return { kind: null, detail: null };
  try {
    return { kind: await owner.kind(), detail: null };
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    return { kind: null, detail: thrown.message };
  }
}

/** A path that names the task itself would be wrong as soon as the file moves. */
function isFile({ source }: Spec): boolean {
  return source !== "body" && source !== "upstream";
}

function sealOf({ id, path, task }: DeskTask, { digest }: Spec): SpecSeal {
  const checksum = task.spec?.checksum ?? null;
  const isSame = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(checksum ?? "")?.[1]?.toLowerCase() === digest;
  const state = checksum === null ? "none" : isSame ? "same" : "stale";
  return { task: id, path, checksum, state, written: null, approvedBy: task.compliance?.approvedBy ?? [] };
}

async function sealed(desk: Desk, work: DeskTask, spec: Spec): Promise<SpecSeal> {
  const before = sealOf(work, spec);
  const checksum = before.state === "same" ? before.checksum : `sha256:${spec.digest}`;
  const wanted = { path: spec.path, checksum };
  const edits = FIELDS.flatMap((field): readonly FileEdit[] => {
    const value = wanted[field];
    return value === null || work.task.spec?.[field] === value
      ? []
      : [{ kind: "field", key: "spec", field, value }];
  });
  const isChanged = edits.length > 0 && (await editFile(desk, work, edits));
  if (!isChanged) return before;
  return { ...before, checksum, state: "same", written: before.state === "same" ? "path" : "digest" };
}

const FIELDS = ["path", "checksum"] as const;
