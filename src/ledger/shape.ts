import { secondsOf } from "../core/time.ts";
import { LEDGER_FIELDS, type LedgerHeader, type LedgerRow } from "./format.ts";

type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === "string";
const number: Test = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const digest: Test = (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
/** Seconds of the years 1970 to 9999. */
const seconds: Test = (value) => number(value) && Number(value) < 253_402_300_800;
const time: Test = (value) => typeof value === "string" && value.endsWith("Z") && secondsOf(value) !== null;
const flag: Test = (value) => value === true;

const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const oneOf =
  (...values: readonly unknown[]): Test =>
  (value) =>
    values.includes(value);
const list =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const either =
  (...tests: readonly Test[]): Test =>
  (value) =>
    tests.some((test) => test(value));

/** Names that end in `?` may be left out; members that are not named here are for later versions, and are passed over. */
function record(members: Readonly<Record<string, Test>>): Test {
  const tests = Object.entries(members).map(([name, test]) => ({
    name: name.replace(/\?$/, ""),
    mayLack: name.endsWith("?"),
    test,
  }));
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const there = new Map<string, unknown>(Object.entries(value));
    return tests.every(({ name, mayLack, test }) => (there.has(name) ? test(there.get(name)) : mayLack));
  };
}

const numbers: Test = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(number);

const categories = oneOf("open", "in_progress", "done", "canceled", "unknown");
const types = oneOf("epic", "story", "task", "bug", "feature", "idea", "chore", "docs", "spike", "other");
const kinds = oneOf("github", "gitlab", "jira", "linear", "azure-devops", "clickup", "notion");

const header = record({
  schemaVersion: oneOf(1),
  kind: oneOf("ledger"),
  audience: text,
  seq: number,
  issuedAt: time,
  expiresAt: time,
  count: number,
  policyDigest: digest,
  bodySha256: digest,
  fields: list(oneOf(...LEDGER_FIELDS)),
  remotes: list(
    record({
      name: text,
      kind: kinds,
      complete: oneOf(true, false),
      through: numbers,
      "untold?": list(text),
    }),
  ),
  states: list(record({ name: text, category: categories })),
  types: list(record({ name: text, category: types })),
  people: list(record({ name: text, "account?": text, "login?": text, "email?": text, "isBot?": flag })),
});

const digests: Test = (value) => Array.isArray(value) && value.length === 3 && value.every(digest);
const approval = either(
  record({ by: number, at: seconds, of: digests }),
  record({ by: number, at: seconds, label: text, changed: list(text) }),
);

const span: Test = (value) => {
  if (!Array.isArray(value) || value.length < 3 || value.length > 4) return false;
  const [from, lasted, state, by = null] = value;
  const ends = lasted === null || (number(lasted) && seconds(Number(from) + Number(lasted)));
  return seconds(from) && ends && number(state) && orNull(number)(by);
};

const row = record({
  id: text,
  "state?": number,
  "type?": orNull(number),
  "at?": orNull(seconds),
  spans: list(span),
  "moved?": text,
  "scope?": orNull(text),
  "created?": orNull(seconds),
  "since?": seconds,
  "begins?": seconds,
  "archived?": flag,
  "labels?": list(text),
  "excludedBy?": text,
  "risk?": oneOf("low", "medium", "high", "critical"),
  "outsider?": flag,
  "vouchers?": list(number),
  "author?": number,
  "assignees?": list(number),
  "parent?": text,
  "versions?": list(text),
  "iteration?": orNull(text),
  "snapshot?": digests,
  "approvals?": list(approval),
  "untold?": list(oneOf("assignees", "parent", "approvals", "snapshot")),
});

/** A ledger's header. */
export function isHeader(value: unknown): value is LedgerHeader {
  return header(value);
}

/** A ledger's row. */
export function isRow(value: unknown): value is LedgerRow {
  return row(value);
}

/** What a line of JSON holds; undefined where it is none. */
export function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
