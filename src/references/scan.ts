import type { ScanConfig } from "../core/reference.ts";
import { maskSource } from "./source.ts";
import { type Scanner, textScanner } from "./text-scan.ts";

export type { Scanner } from "./text-scan.ts";

/** Makes the scanner of one configuration, for every kind of text. Compiling costs a few microseconds a key; keep the result. */
export function compileScanner(config: ScanConfig): Scanner {
  return textScanner(config, maskSource);
}
