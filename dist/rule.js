"use strict";

Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
const require_core = require("./chunks/core.js");

exports.commitsOf = require_core.commitsOf;
exports.defineRule = require_core.defineRule;
exports.lookupKey = require_core.lookupKey;