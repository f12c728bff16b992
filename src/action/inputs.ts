import { USUAL_FORMATS } from "../audit-folder/usual-formats.ts";
import { Fault } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import type { Env } from "../git/env.ts";
import { AUDIT_FORMATS, type AuditFormat } from "./audit-formats.ts";

/** Every input, with the words that it takes and what stands in for it; action.yml says the same, and a test holds them equal. */
export const INPUTS = {
  "github-token": { words: null, fallback: "" },
  policy: { words: null, fallback: "" },
  preset: { words: ["observe", "standard", "strict"], fallback: "" },
  spec: { words: ["auto", "off"], fallback: "auto" },
  comment: { words: ["on-failure", "always", "off"], fallback: "on-failure" },
  check: { words: ["auto", "always", "off"], fallback: "auto" },
  label: { words: null, fallback: "" },
  formats: { words: null, fallback: USUAL_FORMATS.join(",") },
  "artifact-name": { words: null, fallback: "golden-thread-audit" },
  sign: { words: ["auto", "off"], fallback: "auto" },
  record: { words: ["off", "on"], fallback: "off" },
  ledger: { words: ["read", "refresh", "refresh-keyless"], fallback: "read" },
  range: { words: null, fallback: "" },
  ticket: { words: null, fallback: "" },
} as const satisfies Readonly<Record<string, { words: readonly string[] | null; fallback: string }>>;

/** An input's name. */
export type InputName = keyof typeof INPUTS;

/** What a workflow asks for; it can raise the policy, never lower it. */
export interface Inputs {
  /** Empty: the step has none, and asks as anybody may. */
  readonly token: string;
  /** Root-relative path of the policy on the base, where it stands in no usual place; null: it does. */
  readonly policy: string | null;
  readonly preset: "observe" | "standard" | "strict" | null;
  readonly spec: "auto" | "off";
  readonly comment: "on-failure" | "always" | "off";
  readonly check: "auto" | "always" | "off";
  /** A label that a pull request bears while it fails; null: none. */
  readonly label: string | null;
  readonly formats: readonly AuditFormat[];
  /** Null: no artifact. */
  readonly artifact: string | null;
  readonly sign: "auto" | "off";
  readonly record: "off" | "on";
  readonly ledger: "read" | "refresh" | "refresh-keyless";
  readonly range: string | null;
  readonly ticket: string | null;
}

/**
 * What an artifact's name may not have: characters that the service refuses (actions/toolkit, artifact), and the beginning of a command, since
 * the toolkit logs the name as it is.
 */
const NO_NAME = /["':<>|*?\r\n\\/]|##\[/;

/** The step's inputs. Throws Fault("usage") for one that there is not, and for a word that it does not take. */
export function readInputs(env: Env): Inputs {
  demandKnown(env);
  const artifact = text(env, "artifact-name");
  if (NO_NAME.test(artifact))
    throw unusable("artifact-name", artifact, `none of " ' : < > | * ? \\ / ##[ in it`);
  return {
    token: text(env, "github-token"),
    policy: orNull(text(env, "policy")),
    preset: wordOrNull(env, "preset"),
    spec: word(env, "spec"),
    comment: word(env, "comment"),
    check: word(env, "check"),
    label: orNull(text(env, "label")),
    formats: formatsOf(text(env, "formats")),
    artifact: orNull(artifact),
    sign: word(env, "sign"),
    record: word(env, "record"),
    ledger: word(env, "ledger"),
    range: orNull(text(env, "range")),
    ticket: orNull(text(env, "ticket")),
  };
}

/** A misspelt input would silently do nothing, which in a gate is a hole. The runner only warns. */
function demandKnown(env: Env): void {
  const names = Object.keys(INPUTS);
  const known = new Set(names.map(variable));
  for (const key of Object.keys(env)) {
    if (!key.startsWith("INPUT_") || known.has(key)) continue;
    const found = key.slice("INPUT_".length).toLowerCase();
    const near = nearest(found, names);
    throw new Fault("usage", `There is no input ${found}.${near === null ? "" : ` Did you mean ${near}?`}`, {
      found,
      wanted: names.join(", "),
      fix: "mend the `with:` of this step",
    });
  }
}

/** The runner's own way from an input's name to its variable: upper case, blanks as underscores, dashes as they are. */
function variable(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

function text(env: Env, name: InputName): string {
  // An input that is there and empty is what somebody wrote; the runner fills in what was left out.
  return (env[variable(name)] ?? INPUTS[name].fallback).trim();
}

type WordsOf<Name extends InputName> = NonNullable<(typeof INPUTS)[Name]["words"]>[number];

function word<Name extends InputName>(env: Env, name: Name): WordsOf<Name> {
  const found = wordOrNull(env, name);
  if (found !== null) return found;
  throw unusable(name, "", (INPUTS[name].words ?? []).join(", "));
}

function wordOrNull<Name extends InputName>(env: Env, name: Name): WordsOf<Name> | null {
  const found = text(env, name);
  const words: readonly WordsOf<Name>[] = INPUTS[name].words ?? [];
  const known = words.find((one) => one === found);
  if (known === undefined && found !== "") throw unusable(name, found, words.join(", "));
  return known ?? null;
}

function formatsOf(list: string): readonly AuditFormat[] {
  const names = list.split(/[\s,]+/).filter((name) => name !== "");
  const unknown = names.find((name) => !AUDIT_FORMATS.some((one) => one === name));
  if (unknown !== undefined) throw unusable("formats", unknown, AUDIT_FORMATS.join(", "));
  return AUDIT_FORMATS.filter((name) => names.includes(name));
}

function orNull(value: string): string | null {
  return value === "" ? null : value;
}

function unusable(name: InputName, found: string, wanted: string): Fault {
  return new Fault("usage", `The input ${name} can't be used.`, {
    found: found === "" ? "nothing" : found,
    wanted,
    fix: "mend the `with:` of this step",
  });
}
