import { describe, test } from "vitest";
import type { Reference } from "../../src/core/reference.ts";
import { referencePlace } from "../../src/rules/reference-place.ts";
import { commit, commits, evidence, facts, reference } from "./evidence.ts";
import { expectEveryCode, expectLine, type Line } from "./table.ts";

/** A message with `TASK-7` at its place. */
function text(message: string, place: Reference["place"] = "subject", given: Partial<Reference> = {}) {
  const start = message.indexOf("TASK-7");
  return evidence({
    change: commits(commit({ message })),
    facts: [facts()],
    references: [reference("TASK-7", { place, start, end: start + 6, ...given })],
  });
}

const trailers = "Fix it\n\nSigned-off-by: Ada\nRefs: PROJ-1,\n TASK-7";
const inherits = { kind: "autosquash", target: "d".repeat(40), references: [reference("TASK-7")] } as const;

const table: readonly Line[] = [
  {
    fear: "any place is refused where any will do",
    evidence: text("x\n\nTASK-7", "body"),
    codes: ["placed"],
  },
  {
    fear: "a body counts as subject",
    evidence: text("x\n\nTASK-7", "body"),
    options: { place: "subject" },
    codes: ["misplaced"],
  },
  {
    fear: "a subject is no subject",
    evidence: text("Fix TASK-7 now"),
    options: { place: "subject" },
    codes: ["placed"],
  },
  {
    fear: "the start is not the start",
    evidence: text("[TASK-7] Fix"),
    options: { place: "subject-start" },
    codes: ["placed"],
  },
  {
    fear: "the middle is a start",
    evidence: text("Fix TASK-7"),
    options: { place: "subject-start" },
    codes: ["misplaced"],
  },
  {
    fear: "the end is not the end",
    evidence: text("Fix (TASK-7)\n\nWhy"),
    options: { place: "subject-end" },
    codes: ["placed"],
  },
  {
    fear: "the middle is an end",
    evidence: text("Fix TASK-7 now"),
    options: { place: "subject-end" },
    codes: ["misplaced"],
  },
  {
    fear: "a trailer that goes on over a line loses its key",
    evidence: text(trailers, "trailer"),
    options: { place: "trailer", trailer: "refs" },
    codes: ["placed"],
  },
  {
    fear: "any trailer is the wanted one",
    evidence: text("x\n\nSee-also: TASK-7", "trailer"),
    options: { place: "trailer", trailer: "Refs" },
    codes: ["wrong-trailer"],
  },
  {
    fear: "a closing trailer is refused",
    evidence: text("x\n\nCloses: TASK-7", "trailer", { role: "closes" }),
    options: { place: "trailer", trailer: "Refs" },
    codes: ["placed"],
  },
  {
    fear: "a history without texts is judged all the same",
    evidence: evidence({
      change: commits(commit({ message: "" })),
      facts: [facts()],
      references: [reference("TASK-7")],
    }),
    options: { place: "subject-start" },
    codes: ["text-unknown"],
  },
  {
    fear: "a branch stands in for the message",
    evidence: text("x", "branch", { commit: null }),
    codes: ["no-reference"],
  },
  {
    fear: "a fixup has to repeat its target's ticket",
    evidence: evidence({ change: commits(commit()), facts: [facts({ inherits })], references: [] }),
    options: { place: "trailer" },
    codes: ["taken-up"],
  },
];

describe("reference-place", () => {
  test.each(table)("$fear", (line) => expectLine(referencePlace, line));
  test("the table meets every code", () => expectEveryCode(referencePlace, table));
});
