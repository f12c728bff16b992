import type { Lineage } from "../core/audit.ts";
import { changeOf, type Kin, kinIn } from "../history/kin.ts";
import { readTexts } from "../history/texts.ts";
import type { AuditRows, Proof } from "./partial.ts";

/** Where commits come from, and which pull request brought them. */
export interface Lineages {
  lineage(index: number): Lineage | null;
  change(index: number): number | null;
  /** Look-up keys of tickets that git confirms that it takes over. */
  inherited(index: number): readonly string[];
}

/** Reads them of the rows; names that are no full id are looked for among the audited commits, once. */
export function lineagesOf(rows: AuditRows): Lineages {
  const proofs = new Map<number, Proof[]>();
  for (const proof of rows.proofs) proofs.set(proof.row, [...(proofs.get(proof.row) ?? []), proof]);
  const text = readTexts(rows.told.kin);
  let changes: Uint32Array | null = null;
  const own = (index: number): number | null => {
    changes ??= Uint32Array.from({ length: rows.count }, (_, row) => changeOf(text(row)) ?? 0);
    return changes[index] || null;
  };
  const names = namesIn(rows, own);
  return {
    lineage: (index) => {
      const said = text(index);
      const proved = proofs.get(index) ?? NONE;
      if (said === "" && proved.length === 0) return null;
      return lineageOf(said === "" ? NOTHING : kinIn(said), proved, names);
    },
    change: (index) => rows.brought?.[index] || own(index),
    inherited: (index) => proofs.get(index)?.flatMap(({ tickets }) => tickets) ?? NO_TICKETS,
  };
}

const NONE: readonly Proof[] = [];
const NO_TICKETS: readonly string[] = [];

const NOTHING: Kin = {
  joins: [],
  reverts: [],
  undoes: [],
  picks: [],
  backport: false,
  amends: false,
  change: null,
};

/** What git proves goes before what is only said; a revert of a pull request is one, whoever brought it. */
function lineageOf(kin: Kin, proofs: readonly Proof[], names: Names): Lineage | null {
  const isEvil = proofs.some(({ kind }) => kind === "evil-merge");
  if (kin.joins.length > 0) return { kind: isEvil ? "evil-merge" : "merge", of: kin.joins, proved: true };
  const [proof] = proofs;
  if (proof?.target) {
    const kind = proof.kind === "cherry-pick" && kin.backport ? "backport" : proof.kind;
    return { kind, of: [proof.target], proved: true };
  }
  if (kin.reverts.length + kin.undoes.length > 0) {
    const of = [...kin.reverts.flatMap(names.commit), ...kin.undoes.flatMap(names.ofChange)];
    return { kind: "revert", of: [...new Set(of)], proved: false };
  }
  if (kin.picks.length > 0 || kin.backport) {
    const of = [...new Set(kin.picks.flatMap(names.commit))];
    return { kind: kin.backport ? "backport" : "cherry-pick", of, proved: false };
  }
  if (kin.amends) return { kind: "autosquash", of: [], proved: false };
  return kin.change === null ? null : { kind: "squash", of: [`#${kin.change}`], proved: false };
}

interface Names {
  /** The full id of a commit by its name; none: no audited commit, or several, begin so. */
  commit(name: string): readonly string[];
  /** The full id of the one commit that brought a pull request in, merge or squash. */
  ofChange(number: number): readonly string[];
}

function namesIn(rows: AuditRows, change: (index: number) => number | null): Names {
  const full = rows.idBytes * 2;
  let sorted: readonly string[] | null = null;
  let changes: Map<number, string[]> | null = null;
  return {
    commit(name) {
      if (name.length === full) return [name];
      sorted ??= allIds(rows).sort();
      return withStart(sorted, name);
    },
    ofChange(number) {
      changes ??= changesIn(rows, change);
      const own = changes.get(number) ?? [];
      return own.length === 1 ? own : [];
    },
  };
}

/** Reads the full ids of commits by their index, in lower-case hex. */
export function readIds({ ids, idBytes }: Pick<AuditRows, "ids" | "idBytes">): (index: number) => string {
  const all = Buffer.from(ids.buffer, ids.byteOffset, ids.length);
  return (index) => all.toString("hex", index * idBytes, (index + 1) * idBytes);
}

/** The full ids of all commits, in their order. */
export function allIds(rows: Pick<AuditRows, "ids" | "idBytes" | "count">): string[] {
  const id = readIds(rows);
  return Array.from({ length: rows.count }, (_, index) => id(index));
}

function withStart(sorted: readonly string[], name: string): readonly string[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < name) low = middle + 1;
    else high = middle;
  }
  const found = sorted.slice(low, low + 2).filter((id) => id.startsWith(name));
  return found.length === 1 ? found : [];
}

function changesIn(rows: AuditRows, change: (index: number) => number | null): Map<number, string[]> {
  const changes = new Map<number, string[]>();
  const id = readIds(rows);
  for (let index = 0; index < rows.count; index++) {
    const number = change(index);
    if (number === null) continue;
    const own = changes.get(number);
    if (own === undefined) changes.set(number, [id(index)]);
    else own.push(id(index));
  }
  return changes;
}
