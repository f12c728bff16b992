import type { ScanConfig, TextKind } from "../../../src/core/reference.ts";

/** Texts that share a fear, a kind and a configuration. `wanted`: ids separated by blanks, empty for none. */
export interface Group {
  readonly fear: string;
  readonly kind: TextKind;
  readonly config: ScanConfig;
  readonly path?: string;
  readonly commentChar?: string;
  readonly cases: readonly (readonly [text: string, wanted: string])[];
}

export const GITHUB: ScanConfig = { github: "acme/shop" };
export const GITLAB: ScanConfig = { gitlab: "acme/shop" };
export const JIRA: ScanConfig = { jira: ["PROJ", "OPS"] };
export const ANY_JIRA: ScanConfig = { jira: true };
export const LINEAR: ScanConfig = { linear: ["ENG", "DES"] };
export const AZURE: ScanConfig = { azure: true };
export const CLICKUP: ScanConfig = { clickup: true };
export const NOTION: ScanConfig = { notion: true };
export const TASKS: ScanConfig = { tasks: ["TASK", "BACK", "FEAT"] };
