/** `golden-thread/rule`: what an author of a rule needs, and the vocabulary that a rule reads and answers in. */
export type { Change, Commit, PathChange } from "./core/change.ts";
export { commitsOf } from "./core/change.ts";
export type { CommitFacts, Evidence, Exemption, TaskEdit, Waiver } from "./core/evidence.ts";
export type { About, Finding, Outcome } from "./core/finding.ts";
export type { Reference } from "./core/reference.ts";
export type { CodeMeta, Control, Example, Rule, RuleMeta } from "./core/rule.ts";
export { defineRule } from "./core/rule.ts";
export type { Schema, Zod } from "./core/schema.ts";
export type { Lookup, Ticket } from "./core/ticket.ts";
export { lookupKey } from "./core/ticket.ts";
