import type { Statement } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import { count, plural } from "./layout.ts";
import { statementOf } from "./statement.ts";

/** The verdict as the first thing that is read. */
export interface Headline {
  readonly statement: Statement;
  /** A sign that needs no colour to be told from the others. */
  readonly sign: string;
  /** One word or two, for a heading. */
  readonly word: string;
  /** What it means, in a sentence or two. */
  readonly sentence: string;
}

/** Each verdict in a sign and a word. */
export const STATEMENT_SIGNS: Readonly<Record<Statement, Pick<Headline, "sign" | "word">>> = {
  PASSED: { sign: "✅", word: "Passed" },
  WARNED: { sign: "⚠️", word: "Passed, with warnings" },
  FAILED: { sign: "❌", word: "Failed" },
  UNKNOWN: { sign: "❔", word: "Undecided" },
};

/** The verdict in words that need no knowledge of the rules. */
export function headlineOf(report: Report): Headline {
  const statement = statementOf(report);
  return { statement, ...STATEMENT_SIGNS[statement], sentence: sentenceOf(report, statement) };
}

function sentenceOf(report: Report, statement: Statement): string {
  const { commits, failed, undecided } = report.counts;
  switch (statement) {
    case "PASSED":
      return passedSentence(report);
    case "WARNED":
      return "Nothing that the policy enforces failed; what it only warns of is listed.";
    case "FAILED": {
      const some = failed === 0 ? "" : `${count(failed)} of ${plural(commits, "commit")} failed. `;
      return `${some}What is listed as failed has to be mended, or excused by a waiver, before this may go in.`;
    }
    case "UNKNOWN": {
      const some = undecided === 0 ? "" : `${count(undecided)} of ${plural(commits, "commit")} undecided. `;
      return `${some}Not everything could be found out, and the policy lets nothing in of which it does not know. That is no fail: try again when what is listed can be asked.`;
    }
  }
}

function passedSentence({ findings, keys, commits, counts }: Report): string {
  if (commits?.count === 0 && findings.length === 0) return "There was nothing to judge.";
  const all = [...findings, ...keys.flatMap((key) => key.findings)];
  if (all.some(({ outcome }) => outcome === "unknown"))
    return "Nothing failed; what could not be found out is listed, and does not block here.";
  const judged =
    commits === null ? "It" : counts.commits === 1 ? "The commit" : `All ${count(counts.commits)} commits`;
  return `${judged} ${judged.startsWith("All") ? "meet" : "meets"} what the policy asks for.`;
}
