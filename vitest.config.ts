import { defineConfig } from "vitest/config";
import { pageInside } from "./scripts/build/page.mjs";
import { closingLine } from "./scripts/closing-line.mjs";
import { contractMatrix } from "./scripts/contract-matrix.mjs";

/**
 * Rooms whose tests start no process and leave no file behind, so that nothing is left between two files: they share their
 * modules, which are loaded once a worker. Whoever makes repositories has them removed after each file, and is not in here.
 */
const PURE = [
  ...["core", "forge", "reports", "rules"].map((room) => `test/${room}/**/*.test.ts`),
  "test/providers/!(markdown).test.ts",
];

// Tests drive real git and the built bundle; a slow shared machine gets generous limits, never a timed assertion.
export default defineConfig({
  plugins: [pageInside(import.meta.dirname)],
  test: {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    setupFiles: ["test/setup.ts"],
    reporters: ["default", contractMatrix, closingLine],
    projects: [
      { extends: true, test: { name: "pure", include: PURE, isolate: false } },
      { extends: true, test: { name: "world", include: ["test/**/*.test.ts"], exclude: PURE } },
    ],
  },
});
