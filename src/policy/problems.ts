import type { z as zod } from "zod";
import type { Problem } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import type { ParsedFile } from "./document.ts";
import { isMapping, type Json, valueAt } from "./json.ts";
import { dotted, show } from "./show.ts";

type Issue = zod.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What the words of an error are made from: the file with its places, and the schema for near names. */
export interface Checked {
  readonly source: Pick<ParsedFile, "file" | "value" | "place">;
  /** JSON Schema of the file; asked for only where a name is unknown. */
  readonly schema: () => Json;
}

/** Unknown keys of one mapping that are told of: more is noise, and finding each place takes longer the more there are. */
const MOST_KEYS = 200;

/** Keys that people put a token under; the value is never looked at. */
const SECRET_KEYS =
  /^(?:.*[_-])?(?:token|password|passwd|secret|pat|api_?key|apitoken|bearer|private_?key)$/i;

/** Every issue of a failed parse as problems with place, found, wanted and a near name. */
export function problemsOf(issues: readonly Issue[], checked: Checked): readonly Problem[] {
  let made: Json | null = null;
  const schema = (): Json => {
    // Made once for all issues: a file may have thousands of unknown keys.
    made ??= checked.schema();
    return made;
  };
  return issues.flatMap((issue) => ofIssue(issue, [], { ...checked, schema }));
}

function ofIssue(issue: Issue, prefix: Path, checked: Checked): readonly Problem[] {
  const path = [...prefix, ...issue.path];
  const value = valueAt(checked.source.value, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKeys(issue.keys, path, checked);
    case "invalid_union":
      return ofUnion(issue, path, value, checked);
    case "invalid_key":
      return [keyProblem(path, checked, "unusable name", issue.issues[0]?.message ?? "another name")];
    case "invalid_value":
      return [wrongWord(path, value, issue.values.map(String), checked)];
    case "invalid_type":
      return [wrongType(path, value, issue.expected, checked)];
    case "too_small":
      return [valueProblem(path, value, checked, "unusable value", bound(issue, "at least", issue.minimum))];
    case "too_big":
      return [valueProblem(path, value, checked, "unusable value", bound(issue, "at most", issue.maximum))];
    case "not_multiple_of":
    case "invalid_format":
    case "invalid_element":
    case "custom":
      return [valueProblem(path, value, checked, "unusable value", issue.message)];
  }
}

/** The schema's own words where it has some; the library's default begins with `Too`. */
function bound({ message }: Issue, words: string, limit: number | bigint): string {
  return message.startsWith("Too ") ? `${words} ${limit}` : message;
}

function ofUnion(
  issue: Extract<Issue, { code: "invalid_union" }>,
  path: Path,
  value: unknown,
  checked: Checked,
): readonly Problem[] {
  if ("options" in issue && Array.isArray(issue.options)) {
    return [wrongWord(path, value, issue.options.map(String), checked)];
  }
  const said = issue.message === "Invalid input" ? null : issue.message;
  const inside = issue.errors.find((branch) => !branch.some(isAboutWhole));
  const closest =
    inside ?? (said === null ? issue.errors.find((branch) => !branch.some(isWrongKind)) : undefined);
  if (closest !== undefined) return closest.flatMap((inner) => ofIssue(inner, path, checked));
  const kinds = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === "invalid_type" ? [kindName(inner.expected)] : []));
  return [valueProblem(path, value, checked, "unusable value", said ?? [...new Set(kinds)].join(" or "))];
}

/** Of a union's branches, the one that fails only inside is the one that was meant. */
function isAboutWhole(issue: Issue): boolean {
  return issue.path.length === 0 && issue.code !== "unrecognized_keys" && issue.code !== "custom";
}

function isWrongKind(issue: Issue): boolean {
  return issue.code === "invalid_type" && issue.path.length === 0;
}

function unknownKeys(keys: readonly string[], path: Path, checked: Checked): readonly Problem[] {
  const known = keysAt(checked.schema(), path, checked.source.value);
  return keys.slice(0, MOST_KEYS).map((key) => {
    const here = [...path, key];
    if (path[0] === "remotes" && SECRET_KEYS.test(key)) {
      return keyProblem(here, checked, "tokens never stand in the policy", "the token in the environment");
    }
    const isRule = path.at(-1) === "rules";
    const problem = keyProblem(here, checked, isRule ? "unknown rule" : "unknown key");
    const near = nearest(key, known);
    return { ...problem, found: dotted([key]), ...(near === null ? {} : { suggestion: near }) };
  });
}

function wrongWord(path: Path, value: unknown, words: readonly string[], checked: Checked): Problem {
  if (value === undefined) return missing(path, words.join(", "), checked);
  const near = typeof value === "string" ? nearest(value, words) : null;
  const problem = valueProblem(path, value, checked, "unusable value", words.join(", "));
  return near === null ? problem : { ...problem, suggestion: near };
}

function wrongType(path: Path, value: unknown, expected: string, checked: Checked): Problem {
  if (value === undefined) return missing(path, kindName(expected), checked);
  const quoted =
    expected === "string" && typeof value === "number" ? "text: put it in quotes" : kindName(expected);
  const message = value === null ? "the key has no value" : "unusable value";
  return valueProblem(path, value, checked, message, quoted);
}

function missing(path: Path, wanted: string, { source }: Checked): Problem {
  const place = source.place(path.slice(0, -1));
  return { file: source.file, ...place, key: dotted(path), message: "missing key", wanted };
}

function valueProblem(
  path: Path,
  value: unknown,
  { source }: Checked,
  message: string,
  wanted: string,
): Problem {
  return { file: source.file, ...source.place(path), key: dotted(path), message, found: show(value), wanted };
}

function keyProblem(path: Path, { source }: Checked, message: string, wanted?: string): Problem {
  const place = source.place(path, "key");
  return {
    file: source.file,
    ...place,
    key: dotted(path),
    message,
    ...(wanted === undefined ? {} : { wanted }),
  };
}

function kindName(expected: string): string {
  switch (expected) {
    case "string":
      return "text";
    case "number":
    case "int":
      return "a number";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "object":
    case "record":
      return "a mapping";
    default:
      return expected;
  }
}

/** Known keys of the mapping at a path, over all alternatives that the value there may mean. */
function keysAt(schema: Json, path: Path, value: unknown): readonly string[] {
  let nodes: readonly Json[] = alternatives(schema, value);
  for (const [depth, step] of path.entries()) {
    const inner = valueAt(value, path.slice(0, depth + 1));
    nodes = nodes.flatMap((node) => childrenOf(node, step)).flatMap((node) => alternatives(node, inner));
  }
  return nodes.flatMap((node) => (isMapping(node.properties) ? Object.keys(node.properties) : []));
}

function childrenOf(node: Json, step: PropertyKey): readonly Json[] {
  const named = valueAt(node.properties, [step]);
  return [named ?? node.additionalProperties ?? node.items].filter(isMapping);
}

/** Branches of a union; where a branch names its `kind`, only that of the value. */
function alternatives(node: Json, value: unknown): readonly Json[] {
  const branches = [node.anyOf, node.oneOf].filter(Array.isArray).flat().filter(isMapping);
  if (node.properties !== undefined || branches.length === 0) return [node];
  const kind = valueAt(value, ["kind"]);
  const matching = branches.filter((branch) => {
    const named = valueAt(branch, ["properties", "kind", "const"]);
    return named === undefined || named === kind;
  });
  return matching.flatMap((branch) => alternatives(branch, value));
}
