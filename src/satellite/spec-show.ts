import type { SpecAnswer } from "../core/spec.ts";
import type { GateWorld } from "../gate.ts";
import { openDesk } from "./desk.ts";
import { specOf } from "./spec-of.ts";
import { namedOwner, type SpecOwner } from "./spec-owner.ts";

/** Whose spec something is about. */
export interface ShownOwner {
  readonly remote: string;
  readonly id: string;
  readonly key: string;
  readonly title: string;
  /** Task files that are it, or follow it. */
  readonly tasks: readonly { readonly id: string; readonly path: string }[];
}

/** A spec as the work tree has it, or why there is none. */
export interface ShownSpec {
  readonly owner: ShownOwner;
  readonly answer: SpecAnswer;
}

/** Finds the spec of a task or ticket. Throws Fault("usage") where nobody knows what is meant. */
export async function showSpec(world: GateWorld, written: string): Promise<ShownSpec> {
  const desk = await openDesk(world);
  const owner = await namedOwner(desk, written);
  return { owner: shownOwner(owner), answer: await specOf(desk, owner, desk.gate.tree) };
}

/** What people are told of an owner. */
export function shownOwner({ ticket: { remote, id, key, title }, tasks }: SpecOwner): ShownOwner {
  return { remote, id, key, title, tasks: tasks.map((one) => ({ id: one.id, path: one.path })) };
}
