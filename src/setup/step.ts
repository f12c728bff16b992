import type { ClientHook } from "../core/hook-names.ts";

/** Why a step is taken, or why there is none. Prose for each stands in the door. */
export type StepCode =
  | "policy-written"
  | "policy-kept"
  | "policy-by-hand"
  | "hook-written"
  | "hook-chained"
  | "hook-updated"
  | "hook-kept"
  | "hook-by-hand"
  | "hook-asleep"
  | "hook-woken"
  | "manager-edited"
  | "manager-kept"
  | "manager-by-hand"
  | "manager-install"
  | "workflow-written"
  | "workflow-kept"
  | "workflow-by-hand"
  | "backlog-written"
  | "backlog-kept";

/** One step of setting up. Paths are absolute. */
export interface Step {
  readonly code: StepCode;
  /** The file that it is about, or the folder whose owner has to act. */
  readonly path: string;
  /** Done in order; empty where everything stands already, or a person has to act. */
  readonly actions: readonly Action[];
  /** What a person has to add to the file, or the command to run. */
  readonly line?: string;
}

/** What in a user's own file is ours, so that it can be taken out again when the rest has changed. */
export type Part = `husky:${ClientHook}` | "lefthook" | "pre-commit";

/**
 * What is done to the file system. `write` makes a file that must not be there yet; `replace` puts a new file of ours in
 * the place of an older one; `edit` adds our part to a file of the user's; `move` makes room.
 */
export type Action =
  | {
      readonly kind: "write" | "replace";
      readonly path: string;
      readonly text: string;
      readonly executable: boolean;
      /** The file may hold the user's own lines later; then only this part is taken out. */
      readonly part?: Part;
    }
  | { readonly kind: "edit"; readonly path: string; readonly text: string; readonly part: Part }
  | { readonly kind: "move"; readonly from: string; readonly to: string };
