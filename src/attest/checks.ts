import type { JudgedFinding, Statement } from "../core/finding.ts";
import type { Report } from "../core/report.ts";

/** What became of one rule over a whole change. */
export interface Check {
  readonly id: string;
  readonly result: Statement | "NOT_APPLICABLE";
  readonly enforced: boolean;
  /** How many distinct answers each outcome has. */
  readonly answers: {
    readonly pass: number;
    readonly fail: number;
    readonly skip: number;
    readonly unknown: number;
  };
}

type Answers = Record<JudgedFinding["outcome"], number>;

/** Every rule that answered, by id. A fail that nothing enforces is WARNED; what is not known never counts as passed. */
export function checksOf(report: Report): readonly Check[] {
  const rules = new Map<string, { answers: Answers; blocked: boolean; enforced: boolean }>();
  for (const { rule, outcome, blocking, level } of findingsOf(report)) {
    const told = rules.get(rule) ?? {
      answers: { pass: 0, fail: 0, skip: 0, unknown: 0 },
      blocked: false,
      enforced: false,
    };
    told.answers[outcome]++;
    told.blocked ||= blocking && outcome === "fail";
    told.enforced ||= level === "enforce";
    rules.set(rule, told);
  }
  return [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { answers, blocked, enforced }]) => ({
      id,
      result: resultOf(answers, blocked),
      enforced,
      answers,
    }));
}

function resultOf({ pass, fail, unknown }: Answers, blocked: boolean): Check["result"] {
  if (blocked) return "FAILED";
  if (unknown > 0) return "UNKNOWN";
  if (fail > 0) return "WARNED";
  return pass > 0 ? "PASSED" : "NOT_APPLICABLE";
}

/** Every finding of a report: those of the change as a whole, and those of each distinct set of facts. */
export function* findingsOf({ findings, keys }: Report): Iterable<JudgedFinding> {
  yield* findings;
  for (const key of keys) yield* key.findings;
}
