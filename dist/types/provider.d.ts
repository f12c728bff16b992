/** `golden-thread/provider`: what an author of a provider needs, and the vocabulary that a provider answers in. */
export type { Access, Credential } from "./core/access.js";
export { Fault } from "./core/fault.js";
export type { Http, HttpRate, HttpReply, HttpRequest, QueryValue, Shape } from "./core/http.js";
export type { RemoteKind } from "./core/law.js";
export type { Source, Tree, TreeEntry } from "./core/ports.js";
export type { GrammarId } from "./core/reference.js";
export type { Schema, Zod } from "./core/schema.js";
export type { Lookup, Origin, Past, Person, Risk, StateCategory, StateSpan, Ticket, TypeCategory, } from "./core/ticket.js";
export { lookupKey } from "./core/ticket.js";
export type { CodeLink, Identity, PostedComment, TicketComment, TicketEdit, TicketEvent, TicketQuery, Tracker, } from "./core/tracker.js";
export type { Capabilities, Provider, TrackerPorts, TrackerProvider, TreePorts, TreeProvider, } from "./providers/provider.js";
export { defineProvider, defineTracker } from "./providers/provider.js";
