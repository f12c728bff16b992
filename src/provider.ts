/** `golden-thread/provider`: what an author of a provider needs, and the vocabulary that a provider answers in. */
export type { RemoteKind } from "./core/law.ts";
export type { Source, Tree, TreeEntry } from "./core/ports.ts";
export type { GrammarId } from "./core/reference.ts";
export type { Schema, Zod } from "./core/schema.ts";
export type { Lookup, Person, StateCategory, Ticket, TypeCategory } from "./core/ticket.ts";
export { lookupKey } from "./core/ticket.ts";
export type { Capabilities, Provider, ProviderPorts } from "./providers/provider.ts";
export { defineProvider } from "./providers/provider.ts";
