"use strict";

Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
const require_rule = require("./chunks/core-rule.js");
const require_ticket = require("./chunks/core-ticket.js");

exports.commitsOf = require_rule.commitsOf;
exports.defineRule = require_rule.defineRule;
exports.lookupKey = require_ticket.lookupKey;