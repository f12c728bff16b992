/** Why a step is taken, or why there is none. Prose for each stands in the door. */
export type StepCode =
  | "policy-written"
  | "policy-kept"
  | "hook-written"
  | "hook-chained"
  | "hook-updated"
  | "hook-kept"
  | "hook-by-hand"
  | "hook-asleep"
  | "backlog-written"
  | "backlog-kept";

/** One step of setting up. Paths are absolute. */
export interface Step {
  readonly code: StepCode;
  /** The file that it is about, or the folder whose owner has to act. */
  readonly path: string;
  /** Done in order; empty where everything stands already, or a person has to act. */
  readonly actions: readonly Action[];
  /** The line that a person has to add, for `hook-by-hand`, or the command to run, for `hook-asleep`. */
  readonly line?: string;
}

/** What is done to the file system. `write` makes a file that must not be there yet; `replace` puts a new file in its place. */
export type Action =
  | {
      readonly kind: "write" | "replace";
      readonly path: string;
      readonly text: string;
      readonly executable: boolean;
    }
  | { readonly kind: "move"; readonly from: string; readonly to: string };
