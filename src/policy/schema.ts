import type { z as zod } from "zod";
import type { Rule } from "../core/rule.ts";
import type { Zod } from "../core/schema.ts";
import { evidenceSchema } from "./evidence-section.ts";
import { ledgerSchema } from "./ledger-section.ts";
import { remotesSchema } from "./remotes.ts";
import { rulesSchema } from "./rule-entries.ts";
import {
  authoriseSchema,
  authoritySchema,
  baselineSchema,
  cacheSchema,
  DISCLOSURES,
  enforceFromSchema,
  exemptSchema,
  PRESETS,
  peopleSchema,
  referencesSchema,
  scopePathsSchema,
  specSchema,
  unknownSchema,
  waiversSchema,
} from "./sections.ts";

/** A path of the same tree, or a file of a GitHub repository at one commit. */
export const EXTENDS =
  /^(?:github:[A-Za-z0-9-]+\/[A-Za-z0-9._-]+\/[^@:\s\\]+@[0-9a-f]{40}|(?!\/)[^@:\\\u0000-\u001f]+)$/;
const REQUIRES =
  /^(?:(?:>=|<=|>|<|=)?[0-9]{1,6}(?:\.[0-9]{1,6}){0,2})(?: (?:>=|<=|>|<|=)?[0-9]{1,6}(?:\.[0-9]{1,6}){0,2}){0,3}$/;
const LOCKED = /^[a-z_]+(?:\.[A-Za-z0-9_-]+){0,3}$/;

/**
 * The strict schema of golden-thread.yml: one file, before it is merged with its preset and what it extends. Its type
 * and the JSON Schema both derive from it. Defaults are filled in only once all layers are merged.
 */
export function policySchema(z: Zod, rules: readonly Rule[]) {
  const preset = z
    .enum(PRESETS)
    .describe("observe: warn only. standard: the core rules block. strict: all of them do.");
  const weights = rulesSchema(z, rules);
  const authorise = authoriseSchema(z);
  const references = referencesSchema(z);
  const extended = z.string().regex(EXTENDS, {
    error: "a path in this repository, or github:owner/repo/path@<40 hex digits>",
  });
  return z.strictObject({
    $schema: z.string().optional().describe("Address of this schema, for editors."),
    version: z.literal(1).default(1).describe("Version of this file's format."),
    preset: preset.default("standard"),
    extends: z
      .union([extended, z.array(extended).max(16, { error: "at most 16 files" })], {
        error: "a path, or a list of paths",
      })
      .optional()
      .describe("Policies that this one builds on, the last one strongest."),
    locked: z
      .array(z.string().regex(LOCKED, { error: "a dotted key such as rules.ticket-exists" }))
      .default([])
      .describe("Dotted keys that no later layer may loosen."),
    requires: z
      .string()
      .regex(REQUIRES, { error: "a version range such as >=1.2" })
      .optional()
      .describe("Versions of golden-thread that may read this policy."),
    baseline: baselineSchema(z).optional().describe("Where judging starts."),
    enforce_from: enforceFromSchema(z).optional(),
    remotes: remotesSchema(z)
      .optional()
      .describe("Trackers by name. Tokens never stand here. Left out: detected."),
    authority: authoritySchema(z).default("local"),
    authorise: authorise.prefault({}).describe("Which tickets may authorise a change."),
    people: peopleSchema(z).optional(),
    references: referencesSchema(z)
      .prefault({})
      .describe("Where references count and how many must be authorised."),
    scopes: z
      .array(
        z.strictObject({
          paths: scopePathsSchema(z),
          preset: preset.optional(),
          exempt: z.boolean().optional().describe("Commits that touch nothing else are not judged."),
          authorise: authorise.optional(),
          references: references.optional(),
          rules: weights.optional(),
        }),
      )
      .default([])
      .describe("Other weights for some paths; the last scope that matches a path counts."),
    exempt: exemptSchema(z).prefault({}).describe("Commits that are not judged like any other."),
    unknown: unknownSchema(z).prefault({}).describe("What an answer that could not be had does."),
    cache: cacheSchema(z)
      .prefault({})
      .describe("How long a tracker's answers count in hooks; in CI and on servers it is always asked."),
    ...signedSections(z),
    spec: specSchema(z).prefault({}).describe("The document that says what will be built."),
    disclose: z
      .enum(DISCLOSURES)
      .default("auto")
      .describe(
        "How much of a ticket may stand in reports. auto: all of it where the forge repository is private.",
      ),
    waivers: waiversSchema(z).prefault({}).describe("Approved exceptions."),
    rules: weights.prefault({}).describe("Weights and options of the rules."),
  });
}

function signedSections(z: Zod) {
  return {
    ledger: ledgerSchema(z).optional().describe("The signed snapshot of authorised tickets."),
    evidence: evidenceSchema(z).optional().describe("Who may sign evidence, and where servers keep it."),
  };
}

/** The policy with every default filled in. */
export type Policy = zod.output<ReturnType<typeof policySchema>>;
/** How strict a policy is before it says anything itself. */
export type PresetName = Policy["preset"];
