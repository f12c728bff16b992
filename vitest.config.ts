import { defineConfig } from "vitest/config";
import { pageInside } from "./scripts/build/page.mjs";
import { closingLine } from "./scripts/closing-line.mjs";
import { contractMatrix } from "./scripts/contract-matrix.mjs";
import { LongestFirst } from "./scripts/longest-first.mjs";

// Tests drive real git and the built bundle; a slow shared machine gets generous limits, never a timed assertion.
export default defineConfig({
  plugins: [pageInside(import.meta.dirname)],
  test: {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    // One more than CI has cores: while some wait for a child or for a server's pause, the others work.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Files share their modules, which a worker loads once: what a file changes of its process, setup.ts puts back for the next.
    isolate: false,
    setupFiles: ["test/setup.ts"],
    reporters: ["default", contractMatrix, closingLine],
  },
});
