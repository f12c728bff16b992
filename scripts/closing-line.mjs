/**
 * A vitest reporter: the last line of a run is `N passed, N failed`, plain and alone, for whoever reads it by program.
 * A file that does not load, or an error outside every test, counts as one failed.
 */
export const closingLine = {
  onTestRunEnd(modules, errors) {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        if (state === "failed") failed += 1;
      }
    }
    // A reporter's own output: nothing else writes after it.
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  },
};
