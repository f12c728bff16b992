import { canonical } from "../core/canonical.ts";
import { milliseconds } from "../core/duration.ts";
import { isMapping } from "./json.ts";
import {
  AUTHORITIES,
  DECISION_TIMES,
  DEFAULT_STATES,
  DEFAULT_TYPES,
  DISCLOSURES,
  LEVELS,
  MERGES,
  NEEDS,
  NEW_TASKS,
  PRESETS,
} from "./sections.ts";

/** True: `after` asks less of a change, or lets more pass, than `before`. What can't be compared counts as looser. */
type Looser = (before: unknown, after: unknown) => boolean;

/** How each key of a policy can be loosened. `rules.<id>` and `remotes.<name>` follow by their first word. */
const KEYS: Readonly<Record<string, Looser>> = {
  preset: along(PRESETS),
  baseline: addedOrChanged,
  enforce_from: later,
  remotes: changed,
  authority: along(AUTHORITIES),
  "authorise.states": moreStates,
  "authorise.new_tasks": along(NEW_TASKS),
  "authorise.types": moreTypes,
  "authorise.labels": fewerRequired,
  "authorise.approval": changed,
  "authorise.decision_time": along(DECISION_TIMES),
  people: moreAccounts,
  "references.in": moreAllowed,
  "references.need": along(NEEDS),
  "references.trailer": changed,
  scopes: changed,
  "exempt.merges": along(MERGES),
  "exempt.bots": moreAllowed,
  "unknown.hook": milder,
  "unknown.ci": milder,
  "unknown.server": milder,
  "cache.fresh": longer,
  "cache.stale": longer,
  "ledger.from": changed,
  "ledger.max_age": longer,
  "ledger.audience": changed,
  "ledger.keys": changed,
  "ledger.identities": changed,
  "ledger.sigstore": changed,
  "evidence.notes": changed,
  "evidence.keys": changed,
  "evidence.identities": changed,
  "evidence.sigstore": changed,
  "spec.required": switchedOff,
  "spec.paths": changed,
  "spec.inject": switchedOff,
  "spec.sources": moreAllowed,
  "spec.headings": changed,
  "spec.min_criteria": changed,
  "spec.min_size": changed,
  "spec.max_size": greater,
  disclose: along(DISCLOSURES),
  "waivers.file": changed,
  "waivers.approvers": moreAllowed,
  "waivers.max_days": greater,
};

/** Keys that `locked:` may name, with the rules' own; a section's name stands for all below it. */
export function lockableKeys(ruleIds: readonly string[]): readonly string[] {
  const sections = Object.keys(KEYS).flatMap((key) =>
    key.includes(".") ? [key.slice(0, key.indexOf("."))] : [],
  );
  return [...new Set([...Object.keys(KEYS), ...sections, "rules", ...ruleIds.map((id) => `rules.${id}`)])];
}

/** The comparable keys that a lock stands for; empty: there is no such key. */
export function keysUnder(lock: string, ruleIds: readonly string[]): readonly string[] {
  const all = [...Object.keys(KEYS), ...ruleIds.map((id) => `rules.${id}`)];
  const named = all.filter((key) => key === lock || key.startsWith(`${lock}.`));
  if (named.length > 0) return named;
  if (lock.startsWith("remotes.")) return [lock];
  return ruleIds.some((id) => lock.startsWith(`rules.${id}.`)) ? [lock] : [];
}

/** Whether a key's value got looser. */
export function isLooser(key: string, before: unknown, after: unknown): boolean {
  const [section, , option] = key.split(".");
  if (section === "remotes") return changed(before, after);
  if (section === "rules") return option === undefined ? lighter(before, after) : changed(before, after);
  return (KEYS[key] ?? changed)(before, after);
}

/** A list from loose to strict. */
function along(order: readonly string[]): Looser {
  return (before, after) => order.indexOf(String(after)) < order.indexOf(String(before));
}

function changed(before: unknown, after: unknown): boolean {
  return canonical(before ?? null) !== canonical(after ?? null);
}

function addedOrChanged(before: unknown, after: unknown): boolean {
  return after !== undefined && changed(before, after);
}

function milder(before: unknown, after: unknown): boolean {
  return before === "block" && after !== "block";
}

function switchedOff(before: unknown, after: unknown): boolean {
  return before === true && after !== true;
}

function greater(before: unknown, after: unknown): boolean {
  return Number(after) > Number(before);
}

/** Without a date everything is enforced now. Dates of this form sort as text. */
function later(before: unknown, after: unknown): boolean {
  return after !== undefined && (before === undefined || String(after) > String(before));
}

/** No ledger at all is stricter than one of any age. */
function longer(before: unknown, after: unknown): boolean {
  if (after === undefined) return false;
  return before === undefined || milliseconds(String(after)) > milliseconds(String(before));
}

/** Lists of what may pass. */
function moreAllowed(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return changed(before, after);
  return after.some((one) => !before.includes(one));
}

function moreStates(before: unknown, after: unknown): boolean {
  return moreIn(before, after, DEFAULT_STATES);
}

function moreTypes(before: unknown, after: unknown): boolean {
  return moreIn(before ?? DEFAULT_TYPES, after ?? DEFAULT_TYPES, DEFAULT_TYPES);
}

/** One list for every remote, or lists by remotes; a remote that these leave out has the default. */
function moreIn(before: unknown, after: unknown, fallback: readonly string[]): boolean {
  if (!isMapping(before) || !isMapping(after)) return moreAllowed(before, after);
  return Object.keys({ ...before, ...after }).some((remote) =>
    moreAllowed(before[remote] ?? fallback, after[remote] ?? fallback),
  );
}

/** One more account is one more ticket that somebody may work under. */
function moreAccounts(before: unknown, after: unknown): boolean {
  const accounts = (people: unknown): readonly string[] =>
    Object.entries(isMapping(people) ? people : {}).flatMap(([address, list]) =>
      Array.isArray(list)
        ? list.map((one) => JSON.stringify([address.toLowerCase(), String(one).toLowerCase()]))
        : [],
    );
  return moreAllowed(accounts(before), accounts(after));
}

/** Lists of what must be there. */
function fewerRequired(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before)) return false;
  return !Array.isArray(after) || before.some((one) => !after.includes(one));
}

/** A rule's level, its `unknown`, and its options: nobody can tell which way an option loosens. */
function lighter(before: unknown, after: unknown): boolean {
  if (!isMapping(before) || before.level === "off") return false;
  if (!isMapping(after)) return true;
  const { level, unknown, ...options } = before;
  const { level: newLevel, unknown: newUnknown, ...newOptions } = after;
  if (along(LEVELS)(level, newLevel) || changed(options, newOptions)) return true;
  return unknown === "block" ? newUnknown !== "block" : unknown === undefined && newUnknown === "warn";
}
