import type { Spec } from "../core/spec.ts";
import type { FoundWork } from "./found-work.ts";

/** What a ticket is told of the work for it. */
export interface WorkComment {
  /** Markdown. It holds no text of the ticket, the task or the spec. */
  readonly text: string;
  /** What has to stand in a comment that says the same. */
  readonly facts: readonly string[];
}

/** The comment that stands under a ticket: where the work is, how far it came, and by what spec. */
export function workComment(
  task: string,
  work: FoundWork,
  spec: Pick<Spec, "path" | "digest"> | null,
): WorkComment {
  const place = placeOf(work);
  const state = work.state === "merged" ? "merged" : "open for review";
  const what =
    spec === null
      ? null
      : `Spec: ${spec.path === null ? "in this ticket" : code(spec.path)}, SHA-256 ${spec.digest}`;
  const lines = [`${place.text}: ${state}.`, ...(what === null ? [] : [what]), `Task: ${code(task)}`];
  const digest = spec === null ? [] : [spec.digest];
  return { text: lines.join("\n\n"), facts: [place.fact, `${state}.`, ...digest] };
}

/**
 * Whether a comment says so already. Trackers keep comments in formats of their own, so that what is read back differs in its signs, never in
 * addresses and digests.
 */
export function isTold(comment: string, { facts }: WorkComment): boolean {
  const plain = comment.replaceAll("\\", "");
  return facts.every((fact) => plain.includes(fact));
}

function placeOf({ change, commit }: FoundWork): { readonly text: string; readonly fact: string } {
  if (change === null) return { text: `Commit ${commit}`, fact: commit };
  return { text: `Pull request [${change.number}](${change.url})`, fact: change.url };
}

/** A code span; a path may hold the sign that ends one. */
function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
