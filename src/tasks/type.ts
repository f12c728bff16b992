import type { Ticket, TypeCategory } from "../core/ticket.ts";

/** Words of both dialects (and those that teams add), in lower case. */
const WORDS: ReadonlyMap<string, TypeCategory> = new Map<string, TypeCategory>([
  ["epic", "epic"],
  ["story", "story"],
  ["task", "task"],
  ["bug", "bug"],
  ["fix", "bug"],
  ["defect", "bug"],
  ["feature", "feature"],
  ["feat", "feature"],
  ["enhancement", "feature"],
  ["improvement", "feature"],
  ["idea", "idea"],
  ["business-line", "idea"],
  ["experiment", "idea"],
  ["chore", "chore"],
  ["refactor", "chore"],
  ["docs", "docs"],
  ["documentation", "docs"],
  ["spike", "spike"],
  ["research", "spike"],
]);

/** What a toolkit prefix says about the kind of work. Other prefixes say `other`. */
const PREFIXES: ReadonlyMap<string, TypeCategory> = new Map<string, TypeCategory>([
  ["TASK", "task"],
  ["BUG", "bug"],
  ["SEC", "bug"],
  ["FEAT", "feature"],
  ["IDEA", "idea"],
  ["QUALITY", "chore"],
  ["REFACTOR", "chore"],
  ["TEST", "chore"],
]);

/** The type that a Backlog.md task states; null where it states none. */
export function statedType(name: string | null): Ticket["type"] {
  return name === null ? null : { name, category: WORDS.get(name.toLowerCase()) ?? "other" };
}

/** A toolkit ticket's type is its prefix; what an idea calls its `type` is only which kind of idea it is. */
export function prefixType(prefix: string): NonNullable<Ticket["type"]> {
  return { name: prefix.toLowerCase(), category: PREFIXES.get(prefix) ?? "other" };
}
