/** What a contract's suite is called before the name of the tracker: test/providers/tracker-contract.ts. */
const SUITE = "contract of a tracker: ";

const SIGNS = { passed: "✓", failed: "✗" };

/** A vitest reporter: after a run that held contracts of trackers, which case holds for which tracker. */
export const contractMatrix = {
  onTestRunEnd(modules) {
    const cells = modules.flatMap((module) => [...module.children.allSuites()].flatMap(cellsOf));
    const text = matrixText(cells);
    if (text !== "") process.stdout.write(`\n${text}\n`);
  },
};

/** Cases as numbered rows, trackers as columns. `–`: the vendor has nothing of the kind; blank: it was not run. */
export function matrixText(cells) {
  const run = cells.filter(({ sign }) => sign !== "");
  const trackers = [...new Set(run.map(({ tracker }) => tracker))];
  const cases = [...new Set(run.map((cell) => cell.case))];
  if (run.length === 0) return "";
  const rows = cases.map((name, at) => {
    const signs = trackers.map(
      (tracker) => run.find((cell) => cell.tracker === tracker && cell.case === name)?.sign ?? " ",
    );
    return `${String(at + 1).padStart(3)}  ${signs.join(" ")}  ${name}`;
  });
  const legend = trackers.map((tracker, at) => `${letter(at)} ${tracker}`).join(" · ");
  return [
    `The contract of trackers: ${legend}`,
    `     ${trackers.map((_, at) => letter(at)).join(" ")}`,
    ...rows,
  ].join("\n");
}

function cellsOf(suite) {
  if (!suite.name.startsWith(SUITE)) return [];
  const tracker = suite.name.slice(SUITE.length);
  return [...suite.children.allTests()].map((test) => ({
    tracker,
    case: test.name,
    sign: signOf(test.result()),
  }));
}

/** A skipped test that says why has nothing to show; one that says nothing was left out by whoever ran the tests. */
function signOf({ state, note }) {
  if (state === "skipped") return note === undefined ? "" : "–";
  return SIGNS[state] ?? "";
}

function letter(at) {
  return String.fromCharCode("A".charCodeAt(0) + at);
}
