import { Fault } from "../core/fault.ts";
import { EVIDENCE } from "./evidence.ts";
import type { ControlItem, EvidenceId, Mapping, Strength } from "./item.ts";

/**
 * Reads a mapping of the user's own, as `golden-thread controls --json` writes one. Throws Fault("usage") with the row that can't be used.
 * `file`: what it is called in that sentence.
 */
export function readMapping(text: string, file: string): Mapping {
  const { mappingVersion, items } = recordOf(parsed(text, file));
  if (typeof mappingVersion !== "string" || mappingVersion.trim() === "")
    throw wrong(file, "mappingVersion", "a text that says which edition it is");
  if (!Array.isArray(items) || items.length === 0) throw wrong(file, "items", "a list of controls");
  return { version: mappingVersion, items: items.map((item, at) => itemOf(item, `items[${at}]`, file)) };
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault("usage", "The mapping of controls is no JSON.", {
      found: file,
      fix: "golden-thread controls --json",
      cause,
    });
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function itemOf(value: unknown, at: string, file: string): ControlItem {
  const row = recordOf(value);
  const text = (name: string): string => {
    const told = row[name];
    if (typeof told !== "string" || told.trim() === "") throw wrong(file, `${at}.${name}`, "a text");
    return told;
  };
  if (row.claim !== undefined && row.claim !== "supports") throw wrong(file, `${at}.claim`, "supports");
  const { strength, evidence } = row;
  if (!isStrength(strength)) throw wrong(file, `${at}.strength`, STRENGTHS.join(", "));
  if (!Array.isArray(evidence) || evidence.length === 0 || !evidence.every(isEvidence))
    throw wrong(file, `${at}.evidence`, `a list of ${Object.keys(EVIDENCE).join(", ")}`);
  return {
    framework: text("framework"),
    version: text("version"),
    item: text("item"),
    asks: text("asks"),
    evidence,
    strength,
    missing: text("missing"),
  };
}

const STRENGTHS: readonly Strength[] = ["direct", "partial", "contextual"];

function isStrength(value: unknown): value is Strength {
  return STRENGTHS.some((one) => one === value);
}

function isEvidence(value: unknown): value is EvidenceId {
  return typeof value === "string" && Object.hasOwn(EVIDENCE, value);
}

function wrong(file: string, place: string, wanted: string): Fault {
  return new Fault("usage", `The mapping of controls can't be used: ${place}.`, {
    found: file,
    wanted,
    fix: "golden-thread controls --json",
  });
}
