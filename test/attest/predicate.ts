import Ajv from "ajv/dist/2020.js";
import { predicateSchema } from "../../src/attest/json-schema.ts";

const ajv = new Ajv.default({ strict: true, allowUnionTypes: true });

/** No field that the schema does not tell of: what it says to others has to be all. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== "object" || node === null) return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return "properties" in inner && "type" in inner ? { ...inner, additionalProperties: false } : inner;
}

const schema = closed(predicateSchema());
const valid = ajv.compile(typeof schema === "object" && schema !== null ? schema : false);

/** What is wrong with a predicate by the shipped schema, and by its names alone; null: nothing. */
export function predicateErrors(predicate: unknown): unknown {
  valid(predicate);
  return valid.errors ?? null;
}
