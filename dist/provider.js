"use strict";

Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
const require_git = require("./chunks/git.js");
const require_core = require("./chunks/core.js");
const require_provider = require("./chunks/providers-provider.js");

exports.Fault = require_git.Fault;
exports.defineProvider = require_provider.defineProvider;
exports.defineTracker = require_provider.defineTracker;
exports.lookupKey = require_core.lookupKey;