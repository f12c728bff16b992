import { canonicalTaskId } from "./id.ts";
import { listAt, textAt, type YamlMapping } from "./yaml-value.ts";

/** What task files say beyond a ticket's common fields, in both dialects. Texts are as written; null or empty: not said. */
export interface TaskDetails {
  readonly priority: string | null;
  readonly severity: string | null;
  readonly environment: string | null;
  readonly phase: string | null;
  readonly milestone: string | null;
  readonly complexity: string | null;
  readonly foundBy: string | null;
  readonly commit: string | null;
  readonly ordinal: number | null;
  readonly iceScore: number | null;
  readonly estimatedTokens: number | null;
  readonly dueDate: string | null;
  /** Canonical ids where they are ids. */
  readonly dependencies: readonly string[];
  readonly blockers: readonly string[];
  readonly subtasks: readonly string[];
  readonly splitInto: readonly string[];
  readonly references: readonly string[];
  readonly documentation: readonly string[];
  readonly sharedFiles: readonly string[];
}

/** Reads the frontmatter keys of both dialects that are no part of a `Ticket`. */
export function readDetails(values: YamlMapping): TaskDetails {
  const text = (key: string) => textAt(values, key);
  const ids = (...keys: readonly string[]) => keys.flatMap((key) => listAt(values, key)).map(asId);
  return {
    priority: text("priority"),
    severity: text("severity"),
    environment: text("environment"),
    phase: text("phase"),
    milestone: text("milestone"),
    complexity: text("complexity"),
    foundBy: text("found_by"),
    commit: text("commit"),
    ordinal: numberOf(text("ordinal")),
    iceScore: numberOf(text("ice_score")),
    estimatedTokens: numberOf(text("estimated_tokens")),
    dueDate: text("due_date"),
    dependencies: ids("dependencies", "depends_on"),
    blockers: ids("blockers"),
    subtasks: ids("subtasks"),
    splitInto: ids("split_into"),
    references: listAt(values, "references"),
    documentation: ["documentation", "related_docs"].flatMap((key) => listAt(values, key)),
    sharedFiles: listAt(values, "shared_files"),
  };
}

function asId(text: string): string {
  return canonicalTaskId(text) ?? text;
}

function numberOf(text: string | null): number | null {
  return text !== null && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}
