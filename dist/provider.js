import { lookupKey } from "./chunks/core-ticket.js";
import { defineProvider } from "./chunks/providers-provider.js";

export { defineProvider, lookupKey };