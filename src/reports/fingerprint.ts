import { createHash } from "node:crypto";
import type { Told } from "./told.ts";

/** Hex SHA-256 of what a finding is about and says; a second finding of the same report that says the same gets another one. */
export function fingerprints(): (told: Told) => string {
  const seen = new Map<string, number>();
  return ({ finding, commit }) => {
    const { rule, code, about, args } = finding;
    const parts = [rule, code, commit, about.kind, about.path, about.line, about.ticket, args];
    const name = JSON.stringify(parts);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return createHash("sha256")
      .update(before === 0 ? name : `${name}${before}`)
      .digest("hex");
  };
}
