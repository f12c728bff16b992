import { sha256 } from "../specs/digest.ts";
import type { OlderValue, SyncBase, SyncFields } from "../store/task-links.ts";
import { plain, SYNC_FIELDS, type SyncField, type SyncValue } from "./three-way.ts";

/** As many as a busy task gathers in years; beyond them the oldest are forgotten. */
const MOST = 500;

/** A value that gave way to another on the branch that is checked out. */
export interface GaveWay {
  readonly before: SyncFields;
  readonly after: SyncFields;
}

/** The base with the values that gave way. `settled`: fields whose value in the file counts now, whatever it was. */
export function withOlder(
  base: SyncBase,
  changes: readonly GaveWay[],
  {
    branch,
    settled,
  }: { readonly branch: string | null; readonly settled: readonly (readonly [SyncField, SyncValue])[] },
): SyncBase {
  const current = new Set(settled.map(([field, value]) => digestOf(field, value)));
  const gone = changes.flatMap(({ before, after }) =>
    SYNC_FIELDS.filter((field) => plain(before[field]) !== plain(after[field])).map(
      (field): OlderValue => ({ digest: digestOf(field, before[field]), branch }),
    ),
  );
  const known = (base.older ?? []).filter(
    (one) => !current.has(one.digest) && !gone.some(({ digest }) => digest === one.digest),
  );
  const older = [...known, ...gone].slice(-MOST);
  return older.length === 0 && base.older === undefined ? base : { ...base, older };
}

/**
 * Whether a value gave way to another on another branch: then the file is only older, and nobody set it back. On the same branch somebody did.
 */
export function isOlder(
  base: SyncBase | null,
  branch: string | null,
  field: SyncField,
  value: SyncValue,
): boolean {
  const digest = digestOf(field, value);
  return (base?.older ?? []).some((one) => one.digest === digest && one.branch !== branch);
}

function digestOf(field: SyncField, value: SyncValue): string {
  return sha256(`${field}\n${plain(value)}`);
}
