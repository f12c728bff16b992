import type { Problem } from "../core/fault.ts";
import { Fault } from "../core/fault.ts";
import { VERSION } from "../core/version.ts";
import { json, terminal } from "./escape.ts";
import { type Row, rows } from "./layout.ts";
import { painter } from "./paint.ts";

/** Of what another program said in a fault: enough to see what is wrong. */
const MOST_LINES = 8;
const LONGEST_LINE = 500;

/** An error as JSON, one line; the door writes it to standard output beside its exit code. */
export function errorJson(fault: Fault): string {
  const { code, message, found, wanted, fix } = fault;
  const problems = fault.problems.length === 0 ? undefined : fault.problems;
  const tool = { name: "golden-thread", version: VERSION };
  return `${json({ schemaVersion: 1, kind: "error", tool, policyDigest: null, code, message, found, wanted, fix, problems })}\n`;
}

/** An error for people: the sentence, every problem with its place, what was found and wanted, and how to mend it. */
export function errorText(fault: Fault, how: { readonly color: boolean; readonly columns: number }): string {
  const paint = painter(how.color);
  const head = `${paint.red(paint.bold("golden-thread:"))} ${terminal(fault.message)}`;
  const problems = fault.problems.map((problem) => problemLine(problem, paint.dim));
  const facts = (["found", "wanted", "fix"] as const).flatMap((label) => factRows(label, fault[label]));
  const table = rows(facts, { indent: 2, columns: how.columns, label: paint.dim });
  return `${[head, ...problems, ...table].join("\n")}\n`;
}

/** What other programs said comes in several lines; the first few tell. */
function factRows(label: "found" | "wanted" | "fix", text: string | undefined): readonly Row[] {
  const lines = (text ?? "").split(/\r?\n/u).filter((line) => line.trim() !== "");
  return lines.slice(0, MOST_LINES).map((line, index) => ({
    label: index === 0 ? label : "",
    text: terminal(line, LONGEST_LINE),
    whole: label === "fix",
  }));
}

function problemLine(problem: Problem, dim: (text: string) => string): string {
  const place = dim(`${terminal(problem.file)}:${problem.line}:${problem.column}`);
  const { sentence, facts } = problemWords(problem);
  return `  ${place}  ${terminal(sentence)}${facts === "" ? "" : dim(` ${terminal(facts)}`)}`;
}

/** What is wrong at a place, with the key that it stands under, and what was found and wanted there. Nothing is escaped yet. */
export function problemWords(problem: Problem): { readonly sentence: string; readonly facts: string } {
  const hint = problem.suggestion === undefined ? "" : `; did you mean ${problem.suggestion}?`;
  const key = problem.key === "" ? "" : `${problem.key}: `;
  const facts = (["found", "wanted"] as const).flatMap((label) => {
    const text = problem[label];
    return text === undefined ? [] : [`${label} ${text}`];
  });
  return {
    sentence: `${key}${problem.message.replace(/\.$/u, "")}${hint}`,
    facts: facts.length === 0 ? "" : `(${facts.join("; ")})`,
  };
}

/** Any thrown value as a fault: what is no `Fault` is a defect of golden-thread. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Fault("internal", `Something went wrong inside golden-thread: ${message}`, {
    fix: "run it again with GOLDEN_THREAD_DEBUG=1 and report what it prints",
    cause: thrown,
  });
}
