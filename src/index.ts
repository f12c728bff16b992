/** The public face: what is not here, in `golden-thread/rule` or in `golden-thread/provider` is private. */
export { checkCommits, checkMessage } from "./check.ts";
export type { Audit } from "./core/audit.ts";
export type { Change, Commit, PathChange } from "./core/change.ts";
export type { Evidence } from "./core/evidence.ts";
export { Fault, type FaultCode, type Problem } from "./core/fault.ts";
export type { Finding, JudgedFinding, Outcome, Verdict } from "./core/finding.ts";
export type {
  Actor,
  Approval,
  ChangeHead,
  ConnectForge,
  Forge,
  ForgeCheck,
  ForgeKind,
  ForgeLimits,
  ForgePlace,
  LiveChange,
  LiveCommits,
  Merging,
  Protection,
  WantedChange,
} from "./core/forge.ts";
export type { Law } from "./core/law.ts";
export type { World } from "./core/ports.ts";
export type { Found, Reference, ScanConfig, TextKind } from "./core/reference.ts";
export type { Renderer, Report } from "./core/report.ts";
export type { Lookup, Ticket } from "./core/ticket.ts";
export { exitCode } from "./core/verdict.ts";
export { forges } from "./forge/index.ts";
export { type Gate, type GateOptions, openGate } from "./gate.ts";
export type { Draft } from "./gather/draft.ts";
export type { RangeRequest } from "./history/case.ts";
export { compileScanner, type Scanner } from "./references/scan.ts";
export { formats } from "./reports/index.ts";
export type { RenderOptions } from "./reports/options.ts";
export { rules } from "./rules/index.ts";
export { chunkToItems, itemToChunks } from "./trace/map.ts";
export { realWorld } from "./world.ts";
