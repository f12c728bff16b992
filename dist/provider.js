"use strict";

Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
const require_ticket = require("./chunks/core-ticket.js");
const require_provider = require("./chunks/providers-provider.js");

exports.defineProvider = require_provider.defineProvider;
exports.lookupKey = require_ticket.lookupKey;