import { basename } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { nodesOf, placeOf, type Source, sourcesBelow } from "./sources.ts";

const shipped = sourcesBelow("src");
const everything = [...shipped, ...sourcesBelow("test", "scripts", "bench")];

/** Places of the nodes that a test picks out. */
function places(sources: readonly Source[], picks: (node: ts.Node) => boolean): readonly string[] {
  return sources.flatMap((source) =>
    [...nodesOf(source.tree)].filter(picks).map((node) => `${placeOf(source, node)} ${firstLine(node)}`),
  );
}

function firstLine(node: ts.Node): string {
  return node.getText().split("\n")[0] ?? "";
}

function matches(sources: readonly Source[], pattern: RegExp): readonly string[] {
  return sources.flatMap((source) =>
    source.text
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${source.path}:${index + 1}`] : [])),
  );
}

describe("the compiler is never talked out of it", () => {
  test("no any", () => {
    expect(places(everything, (node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
  });

  test("no non-null assertion", () => {
    expect(places(everything, ts.isNonNullExpression)).toEqual([]);
  });

  test("no cast but as const", () => {
    const isCast = (node: ts.Node) =>
      ts.isTypeAssertionExpression(node) || (ts.isAsExpression(node) && node.type.getText() !== "const");
    expect(places(everything, isCast)).toEqual([]);
  });

  test("no comment that silences a checker", () => {
    expect(
      matches(
        everything,
        /^\s*(\/\/|\/?\*+).*(@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable)/,
      ),
    ).toEqual([]);
  });
});

describe("nothing is left for later", () => {
  test("no note of unfinished work", () => {
    const marks = new RegExp(
      `(//|\\*).*\\b(${["TO", "DO"].join("")}|FIXME|XXX|HACK)\\b|[Nn]ot (yet )?implemented`,
    );
    expect(matches(shipped, marks)).toEqual([]);
  });

  test("no file is named for having no subject", () => {
    const empty = /^(utils?|helpers?|misc|common)\b|manager|service/;
    expect(everything.map((source) => source.path).filter((path) => empty.test(basename(path)))).toEqual([]);
  });

  test("no test is skipped, singled out or promised", () => {
    const tests = everything.filter((source) => source.path.endsWith(".test.ts"));
    const isModified = (node: ts.Node) =>
      ts.isPropertyAccessExpression(node) &&
      /^(skip|only|todo|fails)$/.test(node.name.text) &&
      /^(it|test|describe)\b/.test(node.expression.getText());
    expect(places(tests, isModified)).toEqual([]);
  });
});

describe("what is public to a room explains itself", () => {
  test("every export in src has a docstring", () => {
    const isBare = (node: ts.Node) =>
      isExported(node) && ts.getJSDocCommentsAndTags(node).length === 0 && !explainsItself(node);
    expect(places(shipped, isBare)).toEqual([]);
  });

  test("only registries and the public face re-export", () => {
    const face = /^src\/(index|rule|provider|[a-z-]+\/index|providers\/[a-z-]+\/index)\.ts$/;
    const onlyHandsOn = (source: Source) =>
      source.tree.statements.length > 0 &&
      source.tree.statements.every(
        (statement) => ts.isExportDeclaration(statement) || ts.isImportDeclaration(statement),
      );
    const handing = shipped.filter((source) => !face.test(source.path) && onlyHandsOn(source));
    expect(handing.map((source) => source.path)).toEqual([]);
  });

  test("a file in src has a lower-case name with hyphens", () => {
    const odd = shipped.filter((source) => !/^[a-z0-9-]+\.tsx?$/.test(basename(source.path)));
    expect(odd.map((source) => source.path)).toEqual([]);
  });
});

/** A rule by its meta, a command by its manual: both are shown to people, and tests hold them complete. */
function explainsItself(node: ts.Node): boolean {
  return ts.isVariableStatement(node) && /= defineRule\b|^export const command\b/.test(node.getText());
}

function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    node.parent !== undefined &&
    ts.isSourceFile(node.parent) &&
    (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
  );
}
