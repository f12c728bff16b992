import { canonical } from "../../core/canonical.ts";
import type { RemoteKind } from "../../core/law.ts";
import { looksSecret } from "../../core/secrets.ts";
import type { Json } from "../json.ts";
import type { Schemas } from "../schemas.ts";
import { type Carried, firstOf, type Left, type Reading, TOKEN_VARIABLES, variableIn } from "./reading.ts";
import { FIELDS, OTHER_NAMES, type RemoteField, TOKEN_NAMES } from "./remote-fields.ts";

/** Where a tracker's settings stand in a seed configuration. */
export interface RemotePlace {
  readonly file: string;
  /** Dotted key of the mapping. */
  readonly at: string;
  /** The remote's name in the policy. */
  readonly name: string;
}

type Tracker = Exclude<RemoteKind, "markdown">;

/** A tracker's kind by the names that the seed systems give it; null: there is no such tracker. */
export function trackerKind(name: unknown): Tracker | null {
  const word = String(name).toLowerCase().replaceAll("_", "-");
  if (["ado", "azure", "azuredevops", "azure-boards"].includes(word)) return "azure-devops";
  const kinds: readonly Tracker[] = [
    "github",
    "gitlab",
    "jira",
    "linear",
    "azure-devops",
    "clickup",
    "notion",
  ];
  return kinds.find((kind) => kind === word) ?? null;
}

/** One tracker's settings as an entry of `remotes:`. No token is ever copied, nor any variable looked up. */
export function readRemote(kind: Tracker, settings: Json, place: RemotePlace, schemas: Schemas): Reading {
  const fields = FIELDS[kind].flatMap((field) => readField(field, settings, place));
  const left = [...fields.flatMap((field) => field.left), ...leftOvers(kind, settings, place)];
  const entry = Object.assign({ kind }, ...fields.map((field) => field.entry));
  const parsed = schemas.remotes.safeParse({ [place.name]: entry });
  if (parsed.success) {
    const carried = fields.flatMap((field) => field.carried);
    return { remotes: { [place.name]: entry }, sections: {}, carried, left };
  }
  const wanted = parsed.error.issues.map(
    ({ path, message }) =>
      `${path.slice(1).join(".")}: ${message.startsWith("Invalid input") ? "missing" : message}`,
  );
  const unusable = { file: place.file, key: place.at, why: "unusable", detail: wanted.join("; ") } as const;
  return { remotes: {}, sections: {}, carried: [], left: [...left, unusable] };
}

interface ReadField {
  readonly entry: Json;
  readonly carried: readonly Carried[];
  readonly left: readonly Left[];
}

function readField({ to, names, read }: RemoteField, settings: Json, place: RemotePlace): ReadField {
  const found = firstOf(settings, names);
  if (found === null) return { entry: {}, carried: [], left: [] };
  const key = `${place.at}.${found.key}`;
  const leave = (why: Left["why"], detail: string | null): ReadField => ({
    entry: {},
    carried: [],
    left: [{ file: place.file, key, why, detail }],
  });
  const variable = variableIn(found.value);
  if (variable !== null) return leave("variable", variable);
  if (to !== "data_source" && looksSecret(canonical(found.value))) return leave("token", null);
  const said = read(found.value);
  if (said === null) return { entry: {}, carried: [], left: [] };
  const entry = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  if (Object.keys(entry).length === 0) return leave("unusable", to);
  const carried = {
    file: place.file,
    from: key,
    to: `remotes.${place.name}.${Object.keys(entry).join(", ")}`,
  };
  return { entry, carried: [carried], left: [] };
}

function leftOvers(kind: Tracker, settings: Json, { file, at }: RemotePlace): readonly Left[] {
  const taken = new Set(FIELDS[kind].flatMap((field) => firstOf(settings, field.names)?.key ?? []));
  return Object.entries(settings)
    .filter(([key]) => !taken.has(key))
    .map(([key, value]) => {
      const here = looksSecret(key) ? `${at}.(hidden)` : `${at}.${key}`;
      const variable = variableIn(value);
      if (variable !== null) return { file, key: here, why: "variable", detail: variable };
      if (TOKEN_NAMES.test(key) || looksSecret(key) || looksSecret(canonical(value))) {
        return { file, key: here, why: "token", detail: TOKEN_VARIABLES[kind] };
      }
      return { file, key: here, why: OTHER_NAMES.has(key) ? "stays" : "unknown", detail: null };
    });
}
