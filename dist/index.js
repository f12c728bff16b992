"use strict";

Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
const require_check = require("./chunks/check.js");
const require_fault = require("./chunks/core-fault.js");
const require_world = require("./chunks/world.js");
const require_gate = require("./chunks/gate.js");
const require_scan = require("./chunks/references-scan.js");
const require_reports = require("./chunks/reports.js");
const require_rules = require("./chunks/rules.js");

// src/forge/index.ts
/** Every forge there is; each is loaded when it is wanted. */
const forges = {
	github: async () => (await Promise.resolve().then(() => require("./chunks/forge-github.js"))).connect,
	gitlab: async () => (await Promise.resolve().then(() => require("./chunks/forge-gitlab.js"))).connect,
	"azure-repos": async () => (await Promise.resolve().then(() => require("./chunks/forge-azure-repos.js"))).connect
};

exports.Fault = require_fault.Fault;
exports.checkCommits = require_check.checkCommits;
exports.checkMessage = require_check.checkMessage;
exports.compileScanner = require_scan.compileScanner;
exports.exitCode = require_world.exitCode;
exports.forges = forges;
exports.formats = require_reports.formats;
exports.openGate = require_gate.openGate;
exports.realWorld = require_world.realWorld;
exports.rules = require_rules.rules;