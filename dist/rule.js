"use strict";

Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
const require_change = require("./chunks/core-change.js");
const require_rule = require("./chunks/core-rule.js");
const require_ticket = require("./chunks/core-ticket.js");

exports.commitsOf = require_change.commitsOf;
exports.defineRule = require_rule.defineRule;
exports.lookupKey = require_ticket.lookupKey;