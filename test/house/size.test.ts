import ts from "typescript";
import { describe, expect, test } from "vitest";
import { linesOf, median, nodesOf, placeOf, type Source, sourcesBelow } from "./sources.ts";

/** The house's measures: what fits on a screen or two can be read whole before it is changed. */
const FILE_LINES = 300;
const FUNCTION_LINES = 70;
const MEDIAN_FILE_LINES = 70;
const MEDIAN_FUNCTION_LINES = 12;

const shipped = sourcesBelow("src");
const tooling = sourcesBelow("scripts", "bench");
const tests = sourcesBelow("test");

const fileLines = (source: Source) => source.text.trimEnd().split("\n").length;

function functionsOf(source: Source): readonly ts.Node[] {
  return [...nodesOf(source.tree)].filter(
    (node) =>
      ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isArrowFunction(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isConstructorDeclaration(node) ||
      ts.isAccessor(node),
  );
}

describe("nothing grows past what can be read", () => {
  test("no file is longer than a reader's patience", () => {
    const long = [...shipped, ...tooling, ...tests].filter((source) => fileLines(source) > FILE_LINES);
    expect(long.map((source) => `${source.path}: ${fileLines(source)}`)).toEqual([]);
  });

  test("no function is longer than a screen", () => {
    const long = [...shipped, ...tooling].flatMap((source) =>
      functionsOf(source)
        .filter((node) => linesOf(source, node) > FUNCTION_LINES)
        .map((node) => `${placeOf(source, node)}: ${linesOf(source, node)}`),
    );
    expect(long).toEqual([]);
  });

  test("files and functions stay small as a rule, not as an exception", () => {
    const functions = shipped.flatMap((source) => functionsOf(source).map((node) => linesOf(source, node)));
    expect(functions.length).toBeGreaterThan(0);
    expect(median(shipped.map(fileLines))).toBeLessThanOrEqual(MEDIAN_FILE_LINES);
    expect(median(functions)).toBeLessThanOrEqual(MEDIAN_FUNCTION_LINES);
  });
});
