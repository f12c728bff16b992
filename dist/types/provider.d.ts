/** `golden-thread/provider`: what an author of a provider needs, and the vocabulary that a provider answers in. */
export type { RemoteKind } from "./core/law.js";
export type { Source, Tree, TreeEntry } from "./core/ports.js";
export type { GrammarId } from "./core/reference.js";
export type { Schema, Zod } from "./core/schema.js";
export type { Lookup, Person, StateCategory, Ticket, TypeCategory } from "./core/ticket.js";
export { lookupKey } from "./core/ticket.js";
export type { Capabilities, Provider, ProviderPorts } from "./providers/provider.js";
export { defineProvider } from "./providers/provider.js";
