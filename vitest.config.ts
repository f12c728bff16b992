import { defineConfig } from "vitest/config";
import { closingLine } from "./scripts/closing-line.mjs";
import { contractMatrix } from "./scripts/contract-matrix.mjs";

// Tests drive real git and the built bundle; a slow shared machine gets generous limits, never a timed assertion.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    setupFiles: ["test/setup.ts"],
    reporters: ["default", contractMatrix, closingLine],
  },
});
