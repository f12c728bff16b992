import type { Command } from "./command.ts";
import type { CommandManual } from "./manual.ts";

/** The registry of commands, in the order of the help; each is loaded when it is named. */
export const commands = {
  demo: async () => (await import("./demo.ts")).command,
  init: async () => (await import("./init.ts")).command,
  uninstall: async () => (await import("./uninstall.ts")).command,
  check: async () => (await import("./check.ts")).command,
  refs: async () => (await import("./refs.ts")).command,
  hook: async () => (await import("./hook-command.ts")).command,
  simulate: async () => (await import("./simulate.ts")).command,
  trace: async () => (await import("./trace.ts")).command,
  coverage: async () => (await import("./coverage.ts")).command,
  audit: async () => (await import("./audit.ts")).command,
  report: async () => (await import("./report.ts")).command,
  remote: async () => (await import("./remote.ts")).command,
  spec: async () => (await import("./spec.ts")).command,
  ticket: async () => (await import("./ticket.ts")).command,
  ledger: async () => (await import("./ledger.ts")).command,
  verify: async () => (await import("./verify.ts")).command,
  "slsa-policy": async () => (await import("./slsa-policy.ts")).command,
  schema: async () => (await import("./schema.ts")).command,
  key: async () => (await import("./key.ts")).command,
  explain: async () => (await import("./explain.ts")).command,
  controls: async () => (await import("./controls.ts")).command,
  doctor: async () => (await import("./doctor.ts")).command,
  completion: async () => (await import("./completion.ts")).completion(manuals),
  config: async () => (await import("./config.ts")).command,
} as const satisfies Readonly<Record<string, () => Promise<Command>>>;

/** Every command's manual, in the order of the help. */
export async function manuals(): Promise<readonly CommandManual[]> {
  return Promise.all(Object.values(commands).map(async (load) => (await load()).manual));
}

/** Run at every commit, or over every file: they start before the command line's library is loaded. */
const DIRECT: ReadonlySet<string> = new Set([
  "check",
  "refs",
  "hook",
  "simulate",
  "audit",
] satisfies (keyof typeof commands)[]);

/** The command that runs without the library, or null. */
export function directCommand(name: string): (() => Promise<Command>) | null {
  return isCommand(name) && DIRECT.has(name) ? commands[name] : null;
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}
