import type { Commit } from "../core/change.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Finding } from "../core/finding.ts";
import { type CommitSubject, judgeCommits } from "../core/judge-commits.ts";
import type { Reference } from "../core/reference.ts";
import { defineRule } from "../core/rule.ts";
import { spotOf } from "../core/spot.ts";

interface Options {
  readonly place: "anywhere" | "subject" | "subject-start" | "subject-end" | "body" | "trailer";
  readonly trailer: string | null;
}

const codes = {
  ...COMMIT_CODES,
  placed: { outcome: "pass", message: "{ticket} stands in the right place: {wanted}." },
  misplaced: { outcome: "fail", message: "{tickets} stands elsewhere; wanted: {wanted}." },
  "wrong-trailer": { outcome: "fail", message: "{tickets} stands in another trailer; wanted: {wanted}." },
  "taken-up": { outcome: "skip", message: "The references come with the commit that this one takes up." },
  "no-reference": { outcome: "skip", message: "The message names no ticket." },
  "text-unknown": {
    outcome: "unknown",
    message: "The text of this message is not kept here, so the exact place can't be told.",
    fix: "Check the commit by itself.",
  },
} as const;
type Code = keyof typeof codes;

export const referencePlace = defineRule<Options, Code>({
  meta: {
    id: "reference-place",
    title: "The ticket stands where everybody looks for it",
    why: "One fixed place makes a log readable at a glance and lets other tools find the ticket without guessing.",
    who: "the commit's author, in its message",
    fix: "Move the ticket's id to the wanted place.",
    mends: "message",
    codes,
    on: ["commit-message", "commits", "pull-request"],
    default: false,
    needs: [],
    fast: true,
    examples: [
      { text: "TASK-7: Fix the login (place: subject-start)", code: "placed" },
      { text: "Fix the login (TASK-7) (place: subject-start)", code: "misplaced" },
      { text: "See-also: TASK-7 as the only trailer (place: trailer, trailer: Refs)", code: "wrong-trailer" },
    ],
    controls: [{ framework: "ISO 27001:2022", id: "A.8.32" }],
  },
  options: (z) =>
    z.strictObject({
      place: z
        .enum(["anywhere", "subject", "subject-start", "subject-end", "body", "trailer"])
        .default("anywhere")
        .describe("Where at least one reference of the message has to stand."),
      trailer: z
        .string()
        .min(1)
        .nullable()
        .default(null)
        .describe("With `place: trailer`: the trailer's key, as `references.trailer`; null takes any."),
    }),
  from: ({ references }) => ({ trailer: references.trailer }),
  check: (evidence, options) =>
    judgeCommits(evidence, {
      places: ["subject", "body", "trailer"],
      judge: (subject) => [answer(subject, options)],
    }),
});

function answer(subject: CommitSubject, options: Options): Finding<Code> {
  const { about, commit, facts } = subject;
  const own = ownReferences(subject);
  const wanted = wording(options);
  const [first] = own;
  if (first === undefined)
    return { outcome: "skip", code: facts.inherits ? "taken-up" : "no-reference", about, args: {} };
  const placed = own.filter((reference) => inPlace(reference, options.place));
  if (needsText(options) && placed.some((reference) => spotIn(commit, reference) === null))
    return { outcome: "unknown", code: "text-unknown", about, args: {} };
  const right = placed.find((reference) => fits(reference, spotIn(commit, reference) ?? "", options));
  if (right !== undefined)
    return {
      outcome: "pass",
      code: "placed",
      about: { ...about, ticket: right.id },
      args: { ticket: right.id, wanted },
    };
  if (facts.inherits) return { outcome: "skip", code: "taken-up", about, args: {} };
  const code = options.place === "trailer" && placed.length > 0 ? "wrong-trailer" : "misplaced";
  const tickets = [...new Set(own.map(({ id }) => id))].join(", ");
  return { outcome: "fail", code, about: { ...about, ticket: first.id }, args: { tickets, wanted } };
}

/** References that stand in this commit's own message and belong to a configured tracker. */
function ownReferences({ references, index }: CommitSubject): readonly Reference[] {
  return references.filter(({ remote, commit }) => remote !== null && commit === index);
}

function wording({ place, trailer }: Options): string {
  return place === "trailer" && trailer !== null ? `trailer ${trailer}` : place;
}

function needsText({ place, trailer }: Options): boolean {
  return place === "subject-start" || place === "subject-end" || (place === "trailer" && trailer !== null);
}

function inPlace({ place: found }: Reference, place: Options["place"]): boolean {
  if (place === "anywhere") return true;
  return found === (place === "subject-start" || place === "subject-end" ? "subject" : place);
}

function fits({ place: part, role }: Reference, spot: string, { place, trailer }: Options): boolean {
  switch (place) {
    case "anywhere":
    case "subject":
    case "body":
      return true;
    case "subject-start":
      return part === "subject" && (spot === "start" || spot === "alone");
    case "subject-end":
      return part === "subject" && (spot === "end" || spot === "alone");
    case "trailer":
      return trailer === null || role === "closes" || spot === trailer.trim().toLowerCase();
  }
}

/** Null: the text is not kept, and nobody noted the spot while it was there. */
function spotIn({ message }: Commit, reference: Reference): string | null {
  if (reference.spot !== undefined) return reference.spot;
  return message === "" ? null : spotOf(message, reference);
}
