"use strict";

Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
const require_check = require("./chunks/check.js");
const require_git = require("./chunks/git.js");
const require_world = require("./chunks/world.js");
const require_forge = require("./chunks/forge.js");
const require_gate = require("./chunks/gate.js");
const require_references = require("./chunks/references.js");
const require_reports = require("./chunks/reports2.js");
const require_rules = require("./chunks/rules.js");
const require_map = require("./chunks/trace-map.js");

exports.Fault = require_git.Fault;
exports.checkCommits = require_check.checkCommits;
exports.checkMessage = require_check.checkMessage;
exports.chunkToItems = require_map.chunkToItems;
exports.compileScanner = require_references.compileScanner;
exports.exitCode = require_world.exitCode;
exports.forges = require_forge.forges;
exports.formats = require_reports.formats;
exports.itemToChunks = require_map.itemToChunks;
exports.openGate = require_gate.openGate;
exports.realWorld = require_world.realWorld;
exports.rules = require_rules.rules;