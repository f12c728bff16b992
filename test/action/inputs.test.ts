import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { INPUTS, readInputs } from "../../src/action/inputs.ts";

const metadata: {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
} = parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8"));

describe("action.yml and the code", () => {
  test("name different inputs, or other defaults", () => {
    expect(Object.keys(metadata.inputs)).toEqual(Object.keys(INPUTS));
    const defaults = Object.entries(metadata.inputs).map(([name, input]) => [name, input.default ?? ""]);
    const own = Object.entries(INPUTS).map(([name, { fallback }]) => [name, fallback]);
    const token = ["github-token", "$" + "{{ github.token }}"];
    expect(defaults).toEqual([token, ...own.slice(1)]);
  });

  test("leave a word unsaid that an input takes", () => {
    for (const [name, { words }] of Object.entries(INPUTS))
      for (const word of words ?? []) expect(metadata.inputs[name]?.description).toContain(word);
  });
});

describe("an input", () => {
  const refused = (env: Record<string, string>) => {
    try {
      return readInputs(env);
    } catch (thrown) {
      return thrown;
    }
  };

  test("that is left out is taken for something else than its default", () => {
    expect(readInputs({})).toEqual({
      token: "",
      policy: null,
      preset: null,
      spec: "auto",
      comment: "on-failure",
      check: "auto",
      label: null,
      formats: ["json", "html", "csv", "intoto"],
      artifact: "golden-thread-audit",
      sign: "auto",
      record: "off",
      ledger: "read",
      range: null,
      ticket: null,
    });
  });

  test.each([
    ["a misspelt name", { INPUT_COMENT: "off" }, { found: "coment", message: /Did you mean comment/ }],
    ["a word that is none", { INPUT_SPEC: "none" }, { found: "none", wanted: "auto, off" }],
    ["a format that is none", { INPUT_FORMATS: "json, pdf" }, { found: "pdf" }],
    ["no word at all where one is needed", { INPUT_COMMENT: "" }, { found: "nothing" }],
    ["a name that no artifact may have", { "INPUT_ARTIFACT-NAME": "a/b" }, { found: "a/b" }],
  ])("passes in silence: %s", (_name, env, told) => {
    const thrown = refused(env);
    expect(thrown).toMatchObject({ code: "usage", found: told.found });
    if ("message" in told) expect(String(thrown)).toMatch(told.message);
    if ("wanted" in told) expect(thrown).toMatchObject({ wanted: told.wanted });
  });

  test("that is there and empty is taken for its default", () => {
    expect(readInputs({ "INPUT_ARTIFACT-NAME": "", INPUT_FORMATS: "" })).toMatchObject({
      artifact: null,
      formats: [],
    });
  });
});
