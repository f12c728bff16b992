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
  | "remote"
  | "evidence"
  | "forge"
  | "forge-check"
  | "forge-pinned"
  | "forge-current"
  | "forge-direct"
  | "forge-force"
  | "forge-deletion"
  | "forge-bypass"
  | "forge-reviews"
  | "forge-owners"
  | "forge-owned"
  | "forge-tags"
  | "forge-merging";

/** One answer. `fail`: something would be skipped or could not run; `note`: worth knowing; `unknown`: nobody here may see it, so it is not well. */
export interface Check {
  readonly code: CheckCode;
  readonly state: "ok" | "note" | "fail" | "unknown";
  /** The file or folder that it is about, absolute. */
  readonly path?: string;
  readonly found?: string;
  readonly wanted?: string;
  /** How somebody gets around the gate as it is; left out: nobody does. */
  readonly around?: string;
  /** The command, or the line to add, that mends it. */
  readonly fix?: string;
}
