/** `golden-thread/rule`: what an author of a rule needs, and the vocabulary that a rule reads and answers in. */
export type { Change, Commit, PathChange } from "./core/change.js";
export { commitsOf } from "./core/change.js";
export type { CommitFacts, Evidence, Exemption, TaskEdit, Waiver } from "./core/evidence.js";
export type { About, Finding, Outcome } from "./core/finding.js";
export type { Reference } from "./core/reference.js";
export type { CodeMeta, Control, Example, Rule, RuleMeta } from "./core/rule.js";
export { defineRule } from "./core/rule.js";
export type { Schema, Zod } from "./core/schema.js";
export type { Lookup, Ticket } from "./core/ticket.js";
export { lookupKey } from "./core/ticket.js";
