"use strict";

Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
const require_fault = require("./chunks/core-fault.js");
const require_ticket = require("./chunks/core-ticket.js");
const require_provider = require("./chunks/providers-provider.js");

exports.Fault = require_fault.Fault;
exports.defineProvider = require_provider.defineProvider;
exports.defineTracker = require_provider.defineTracker;
exports.lookupKey = require_ticket.lookupKey;