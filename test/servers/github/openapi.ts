import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import type { Answer, Call } from "../kit.ts";

type Node = Readonly<Record<string, unknown>>;

/** What one operation of the official description says. */
export interface Operation {
  readonly path: string;
  readonly spec: Node;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Node>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Node>>>>;
}

let read: { readonly document: Document; readonly ajv: Ajv } | null = null;
const compiled = new Map<string, ValidateFunction>();

/** The description and its validator, once a process. */
function official(): { readonly document: Document; readonly ajv: Ajv } {
  if (read !== null) return read;
  const file = new URL("./openapi.json", import.meta.url);
  const document: Document = JSON.parse(readFileSync(file, "utf8"));
  const ajv = new Ajv({ strict: false, logger: false, allErrors: false, coerceTypes: false });
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
  ajv.addFormat("uri", /^https?:\/\/\S+$/);
  ajv.addSchema({ $id: "github", components: modern(document.components) });
  read = { document, ajv };
  return read;
}

/** The operation that a request asks for; null: there is none such among those that we use. `path` is below the base. */
export function operationFor(method: string, path: string): Operation | null {
  for (const [pattern, methods] of Object.entries(official().document.paths)) {
    const expression = new RegExp(
      `^${pattern.replace(/(?<=\/contents\/|\/git\/ref\/)\{[^}]+\}/, ".+").replace(/\{[^}]+\}/g, "[^/]+")}$`,
    );
    const spec = methods[method.toLowerCase()];
    if (spec !== undefined && expression.test(path)) return { path: pattern, spec };
  }
  return null;
}

/** What is wrong with a request: parameters and body against the description. */
export function requestProblems({ path, spec }: Operation, call: Call): readonly string[] {
  const parameters = list(spec.parameters).map(resolved);
  const queries = parameters.filter((one) => one.in === "query");
  const unknown = [...call.query.keys()].filter((key) => !queries.some(({ name }) => name === key));
  const wrong = queries.flatMap((one) => {
    const values = call.query.getAll(String(one.name));
    if (values.length === 0) return one.required === true ? [`${one.name} is missing`] : [];
    const schema = node(one.schema);
    const [value = ""] = values;
    const typed = schema.type === "integer" && /^-?\d+$/.test(value) ? Number(value) : value;
    if (values.length > 1) return [`${one.name} is repeated`];
    return problemsOf(`${path} ${call.method} ?${one.name}`, schema, typed);
  });
  return [
    ...unknown.map((key) => `unknown parameter ${key}`),
    ...wrong,
    ...bodyProblems({ path, spec }, call),
  ];
}

function bodyProblems({ path, spec }: Operation, call: Call): readonly string[] {
  const body = spec.requestBody === undefined ? null : resolved(spec.requestBody);
  if (body === null) return call.text === "" ? [] : ["a body where none belongs"];
  const schema = schemaOf(body);
  if (schema === null) return [];
  const known = [schema, ...list(schema.oneOf), ...list(schema.anyOf)].flatMap((one) =>
    Object.keys(node(resolved(one).properties)),
  );
  const isRecord = typeof call.json === "object" && call.json !== null && !Array.isArray(call.json);
  const given = isRecord ? Object.keys(call.json ?? {}) : [];
  const unknown = given.filter((key) => !known.includes(key)).map((key) => `unknown field ${key}`);
  return [...unknown, ...problemsOf(`${path} ${call.method} body`, schema, call.json)];
}

/** What is wrong with our own answer. Refusals that an operation does not list have the shape of every refusal. */
export function responseProblems(
  { path, spec }: Operation,
  method: string,
  answer: Answer,
): readonly string[] {
  const told = node(spec.responses)[String(answer.status)];
  const place = `${path} ${method} ${answer.status}`;
  if (told === undefined) {
    if (answer.status < 400) return [`status ${answer.status} is not described`];
    return problemsOf("basic-error", { $ref: "#/components/schemas/basic-error" }, answer.json);
  }
  const schema = answer.bytes === undefined ? schemaOf(resolved(told)) : null;
  return schema === null ? [] : problemsOf(place, schema, answer.json);
}

function problemsOf(key: string, schema: Node, value: unknown): readonly string[] {
  const { ajv } = official();
  const validate = compiled.get(key) ?? ajv.compile(node(modern(schema)));
  compiled.set(key, validate);
  if (validate(value)) return [];
  return [ajv.errorsText(validate.errors, { dataVar: key })];
}

function schemaOf(holder: Node): Node | null {
  const content = node(holder.content);
  const json = content["application/json"] ?? Object.values(content)[0];
  return json === undefined ? null : node(node(json).schema);
}

function resolved(value: unknown): Node {
  const one = node(value);
  if (typeof one.$ref !== "string") return one;
  const [, , room = "", name = ""] = one.$ref.split("/");
  return node(official().document.components[room]?.[name]);
}

function node(value: unknown): Node {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** OpenAPI 3.0 in JSON Schema's words: `nullable` becomes a type, references lead into the one document. */
function modern(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(modern);
  if (typeof value !== "object" || value === null) return value;
  const { nullable, ...rest } = node(value);
  const clean: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).map(([key, one]) => [key, key === "$ref" ? `github${String(one)}` : modern(one)]),
  );
  return nullable === true ? { anyOf: [clean, { type: "null" }] } : clean;
}
