/** What `doctor` looks at. Prose for each stands in the door. */
export type CheckCode =
  | "git-version"
  | "node-here"
  | "node-bare-path"
  | "program"
  | "program-on-path"
  | "git-folder"
  | "hooks-path"
  | "hook-runs"
  | "hook-missing"
  | "hook-foreign"
  | "hook-stale"
  | "hook-asleep"
  | "hook-crlf"
  | "hook-not-executable"
  | "hook-by-hand"
  | "tree-bare"
  | "manager-lacks-us"
  | "manager-has-us"
  | "manager-asleep"
  | "switched-off"
  | "policy"
  | "remote";

/** One answer. `fail`: something would be skipped or could not run; `note`: worth knowing. */
export interface Check {
  readonly code: CheckCode;
  readonly state: "ok" | "note" | "fail";
  /** The file or folder that it is about, absolute. */
  readonly path?: string;
  readonly found?: string;
  readonly wanted?: string;
  /** The command, or the line to add, that mends it. */
  readonly fix?: string;
}
