import { terminal } from "./escape.ts";
import { markOf, type TextContext } from "./finding-text.ts";
import { proseWidth, wrap } from "./layout.ts";

/** What is told of an answer: a finding's or a group's. */
interface Told {
  readonly rule: string;
  readonly code: string;
  readonly outcome: "pass" | "fail" | "skip" | "unknown";
  readonly blocking: boolean;
}

/** The code of rules that can't tell because another one couldn't (core/granting.ts). */
const RESTING = "not-known";

/** Whether an answer only says that another one is not known. */
export function isResting({ code }: Pick<Told, "code">): boolean {
  return code === RESTING;
}

/** Answers with reasons of their own, and those that only rest on an unknown among them. Where none is, all stand for themselves. */
export function apart<T extends Told>(
  told: readonly T[],
): { readonly own: readonly T[]; readonly resting: readonly T[] } {
  const own = told.filter((one) => !isResting(one));
  if (!own.some(({ outcome }) => outcome === "unknown")) return { own: told, resting: [] };
  return { own, resting: told.filter(isResting) };
}

/** Those that rest on the others, in one sentence: each in full would say the same again. */
export function restingLines(resting: readonly Told[], { paint, options }: TextContext): readonly string[] {
  const blocking = resting.some((one) => one.blocking);
  if (resting.length === 0) return [];
  const names = resting.map(({ rule }) => terminal(rule)).join(", ");
  const [first = "", ...more] = wrap(
    `Not known for that reason either: ${names}.`,
    proseWidth(options.columns) - 4,
  );
  return [
    `  ${markOf({ outcome: "unknown", blocking }, paint)} ${first}`,
    ...more.map((line) => `    ${line}`),
  ];
}
