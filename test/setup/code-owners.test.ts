import { describe, expect, test } from "vitest";
import type { Tree } from "../../src/core/ports.ts";
import { ownedCheck, unownedIn } from "../../src/setup/code-owners.ts";

const GATE = "golden-thread.yml";
const WORKFLOW = ".github/workflows/gate.yml";
const PATHS = [GATE, WORKFLOW, ".github/CODEOWNERS"];

describe("a file of the gate counts as owned", () => {
  test.each<[string, string, readonly string[]]>([
    ["by everybody's pattern", "* @acme/core", []],
    ["by its folder, at any depth", "workflows/ @acme/core", [GATE, ".github/CODEOWNERS"]],
    ["by its folder from the root", "/.github/ @acme/core", [GATE]],
    ["by a folder without a slash", ".github @acme/core\ngolden-thread.yml @ada", []],
    ["by the files of a folder alone", ".github/* @acme/core", [GATE, WORKFLOW]],
    ["by whatever is below", ".github/** @acme/core", [GATE]],
    ["by its end", "*.yml ada@example.com", [".github/CODEOWNERS"]],
    ["though a later line takes it away", "* @acme/core\n/golden-thread.yml", [GATE]],
    ["though the owner is a comment", "* # @acme/core", PATHS],
    ["by a line in a comment", "# * @acme/core", PATHS],
    ["by a name that only looks like it", "golden-threadXyml @ada\n/gate.yml @ada", PATHS],
    [
      "by stars that stand for one name alone",
      ".github/***/gate.yml @ada\ngold**.yml @ada",
      [".github/CODEOWNERS"],
    ],
    ["by stars that reach no further than a name", "/.git**gate.yml @ada\n** someone", PATHS],
    ["by a line in which a word is no owner", "* @ada nobody", PATHS],
    ["by what GitHub does not read", "[*] @ada\n!golden-thread.yml @ada", PATHS],
  ])("%s", (_how, text, open) => {
    expect(unownedIn(text, PATHS)).toEqual(open);
  });
});

/** A tree of these files. */
function treeOf(files: Readonly<Record<string, string>>): Tree {
  const entries = Object.keys(files).map((path) => ({ path, mode: "100644", size: null }));
  return {
    label: "test",
    read: async (path) => (files[path] === undefined ? null : Buffer.from(files[path])),
    list: async (folder) => entries.filter(({ path }) => path.startsWith(`${folder}/`)),
  };
}

test("an owner of other files, or a second CODEOWNERS that GitHub does not read, is taken for one of the gate's", async () => {
  const files = {
    [GATE]: "",
    [WORKFLOW]: "uses: golden-thread/golden-thread@v1",
    ".github/workflows/x.yml": "",
  };
  const look = async (more: Readonly<Record<string, string>>) =>
    ownedCheck(treeOf({ ...files, ...more }), [GATE, "waivers.yml"]);
  expect(await look({})).toMatchObject({ state: "note", found: "there is no CODEOWNERS" });
  expect(await look({ CODEOWNERS: "* @ada" })).toMatchObject({
    state: "ok",
    found: `${GATE}, ${WORKFLOW}, CODEOWNERS`,
  });
  expect(await look({ CODEOWNERS: "* @ada", ".github/CODEOWNERS": "src/ @ada" })).toMatchObject({
    state: "note",
    found: `.github/CODEOWNERS has no owner for ${GATE}, ${WORKFLOW}, .github/CODEOWNERS`,
  });
  expect(
    (await look({ CODEOWNERS: "*.yml @ada\nCODEOWNERS @ada\nwaivers.yml", "waivers.yml": "" })).found,
  ).toBe("CODEOWNERS has no owner for waivers.yml");
});
