/** `golden-thread/provider`: what an author of a provider needs, and the vocabulary that a provider answers in. */
export type { Access, Credential } from "./core/access.ts";
export { Fault } from "./core/fault.ts";
export type { Http, HttpRate, HttpReply, HttpRequest, QueryValue, Shape } from "./core/http.ts";
export type { RemoteKind } from "./core/law.ts";
export type { Source, Tree, TreeEntry } from "./core/ports.ts";
export type { GrammarId } from "./core/reference.ts";
export type { Schema, Zod } from "./core/schema.ts";
export type {
  Lookup,
  Origin,
  Past,
  Person,
  Risk,
  StateCategory,
  StateSpan,
  Ticket,
  TypeCategory,
} from "./core/ticket.ts";
export { lookupKey } from "./core/ticket.ts";
export type {
  CodeLink,
  Identity,
  PostedComment,
  TicketComment,
  TicketEdit,
  TicketEvent,
  TicketQuery,
  Tracker,
} from "./core/tracker.ts";
export type {
  Capabilities,
  Provider,
  TrackerPorts,
  TrackerProvider,
  TreePorts,
  TreeProvider,
} from "./providers/provider.ts";
export { defineProvider, defineTracker } from "./providers/provider.ts";
