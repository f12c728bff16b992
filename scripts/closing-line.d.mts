import type { Reporter } from "vitest/node";

export const closingLine: Reporter;
