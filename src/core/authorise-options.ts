import type { Law } from "./law.ts";
import { isOn } from "./scope.ts";

/** An `authorise` section as a rule was handed it: what its options' schema left of it. */
export type AuthoriseOptions = Readonly<Record<string, unknown>>;

/** The sections by which rules of a law, or of a scope that judges anything, let a ticket authorise: scopes may say otherwise than the law. */
export function authoriseOptions({
  rules,
  scopes,
}: Pick<Law, "rules" | "scopes">): readonly AuthoriseOptions[] {
  const sets = [rules, ...scopes.filter(({ exempt }) => !exempt).map((scope) => scope.rules)];
  return sets.flatMap((set) =>
    Object.values(set)
      .filter(isOn)
      .flatMap(({ options }) => sectionIn(options)),
  );
}

/** Options of a rule either are the terms, or hold them. */
function sectionIn(options: unknown): readonly AuthoriseOptions[] {
  const { authorise, terms } = record(options);
  if (authorise !== undefined) return [record(authorise)];
  return terms === undefined ? [] : sectionIn(terms);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
