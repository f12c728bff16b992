import { checkCommits, checkMessage } from "./chunks/check.js";
import { Fault } from "./chunks/core-fault.js";
import { exitCode } from "./chunks/core-verdict.js";
import { compileScanner, openGate } from "./chunks/gate.js";
import { formats } from "./chunks/reports.js";
import { rules } from "./chunks/rules.js";
import { realWorld } from "./chunks/world.js";

export { Fault, checkCommits, checkMessage, compileScanner, exitCode, formats, openGate, realWorld, rules };