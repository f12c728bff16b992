import ts from "typescript";
import { describe, expect, test } from "vitest";
import { nodesOf, placeOf, type Source, sourcesBelow } from "./sources.ts";

const shipped = sourcesBelow("src");

/** The two files that may see the process as it is: everyone else is handed what it needs. */
const WORLD = /^src\/(world|hook\/fast)\.ts$/;

function offences(picks: (node: ts.Node, source: Source) => boolean, allowed = WORLD): readonly string[] {
  return shipped
    .filter((source) => !allowed.test(source.path))
    .flatMap((source) =>
      [...nodesOf(source.tree)].filter((node) => picks(node, source)).map((node) => placeOf(source, node)),
    );
}

/** A value taken from the surroundings: not a property's name, not a type, not a declared name of the file's own. */
function isAmbient(node: ts.Node, name: string): boolean {
  if (!ts.isIdentifier(node) || node.text !== name) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isCallExpression(parent) || ts.isElementAccessExpression(parent) || ts.isImportClause(parent);
}

/** `Date.now()`, `Math.random()` and their kin, by their text. */
function isCallOf(node: ts.Node, pattern: RegExp): boolean {
  return ts.isCallExpression(node) && pattern.test(node.expression.getText());
}

describe("judgement depends on nothing that it was not handed", () => {
  test("only the world reads the process", () => {
    expect(offences((node) => isAmbient(node, "process"))).toEqual([]);
  });

  test("only the world knows what time it is", () => {
    const asksTime = (node: ts.Node) =>
      (ts.isNewExpression(node) &&
        node.expression.getText() === "Date" &&
        (node.arguments ?? []).length === 0) ||
      isCallOf(node, /^(Date\.now|Date|performance\.now|hrtime.*)$/);
    expect(offences(asksTime)).toEqual([]);
  });

  test("nobody throws dice but for the secret of one run", () => {
    const throwsDice = (node: ts.Node) =>
      isCallOf(node, /(^|\.)(random|randomUUID|randomBytes|randomInt|getRandomValues)$/);
    expect(offences(throwsDice, /^src\/live\/secret\.ts$/)).toEqual([]);
  });

  test("only one file may reach the network, beside the page that asks whoever served it", () => {
    expect(offences((node) => isAmbient(node, "fetch"), /^src\/(providers\/http|page\/follow)\.ts$/)).toEqual(
      [],
    );
  });

  test("no console: output goes through the streams that a door was given", () => {
    expect(offences((node) => isAmbient(node, "console"))).toEqual([]);
  });

  test("no module keeps state that a second call would see", () => {
    const isTopLevelVariable = (node: ts.Node) =>
      ts.isVariableStatement(node) &&
      ts.isSourceFile(node.parent) &&
      (node.declarationList.flags & ts.NodeFlags.Const) === 0;
    expect(offences(isTopLevelVariable, /^$/)).toEqual([]);
  });
});
