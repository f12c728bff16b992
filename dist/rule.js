import { commitsOf, defineRule } from "./chunks/core-rule.js";
import { lookupKey } from "./chunks/core-ticket.js";

export { commitsOf, defineRule, lookupKey };