import ts from "typescript";
import { describe, expect, test } from "vitest";
import { nodesOf, placeOf, type Source, sourcesBelow } from "./sources.ts";

const suites = sourcesBelow("test").filter((source) => source.path.endsWith(".test.ts"));

describe("a test that can't fail is worse than none", () => {
  test("every test file has tests", () => {
    expect(suites.length).toBeGreaterThan(0);
    expect(suites.filter((source) => testsOf(source).length === 0).map((source) => source.path)).toEqual([]);
  });

  test("every test asserts something", () => {
    const silent = suites.flatMap((source) => {
      const asserting = assertingFunctions(source);
      return testsOf(source)
        .filter((call) => !asserts(call, asserting))
        .map((call) => placeOf(source, call));
    });
    expect(silent).toEqual([]);
  });

  test("no test replaces what it tests", () => {
    const mocking = suites.filter((source) => /\bvi\.(mock|doMock|stubGlobal|spyOn)\(/.test(source.text));
    expect(
      mocking.filter((source) => source.path !== "test/house/tests.test.ts").map((source) => source.path),
    ).toEqual([]);
  });
});

/** Calls of `test`, `it` and their `each`, `skipIf`, `for`: the outermost call, which holds the body. */
function testsOf(source: Source): readonly ts.CallExpression[] {
  return [...nodesOf(source.tree)].filter(
    (node): node is ts.CallExpression =>
      ts.isCallExpression(node) &&
      /^(test|it)\b/.test(node.expression.getText()) &&
      node.arguments.some(isFunction),
  );
}

function isFunction(node: ts.Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** Asserts by itself (`expect…`, `assert…`, wherever it comes from) or by a function of the same file that does. */
function asserts(node: ts.Node, asserting: ReadonlySet<string>): boolean {
  return [...nodesOf(node)].some((inner) => {
    if (!ts.isIdentifier(inner)) return false;
    return /^(expect|assert)/.test(inner.text) || asserting.has(inner.text);
  });
}

/** Names of a file's own functions that assert, directly or through one another. */
function assertingFunctions(source: Source): ReadonlySet<string> {
  const functions = source.tree.statements.flatMap(namedFunctions);
  const asserting = new Set<string>();
  for (let before = -1; before !== asserting.size; ) {
    before = asserting.size;
    for (const { name, node } of functions) if (asserts(node, asserting)) asserting.add(name);
  }
  return asserting;
}

function namedFunctions(
  statement: ts.Statement,
): readonly { readonly name: string; readonly node: ts.Node }[] {
  if (ts.isFunctionDeclaration(statement)) {
    return statement.name && statement.body ? [{ name: statement.name.text, node: statement.body }] : [];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    initializer && isFunction(initializer) ? [{ name: name.getText(), node: initializer }] : [],
  );
}
