import type { ScanConfig } from "../core/reference.js";
import { type Scanner } from "./text-scan.js";
export type { Scanner } from "./text-scan.js";
/** Makes the scanner of one configuration, for every kind of text. Compiling costs a few microseconds a key; keep the result. */
export declare function compileScanner(config: ScanConfig): Scanner;
