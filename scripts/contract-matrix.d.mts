import type { Reporter } from "vitest/node";

export const contractMatrix: Reporter;

export function matrixText(
  cells: readonly { readonly tracker: string; readonly case: string; readonly sign: string }[],
): string;
