import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { golden } from "./world.ts";

const here = { cwd: tmpdir() };
const ids = rules.map(({ meta }) => meta.id);

describe("a rule that stops somebody can be asked why", () => {
  test.each(ids)("%s hides its reason, its repair or an answer from people", async (id) => {
    const { code, stdout } = await golden(["explain", id], here);
    const words = stdout.replace(/\s+/g, " ");
    const meta = rules.find((rule) => rule.meta.id === id)?.meta;
    expect(code).toBe(0);
    for (const text of [meta?.why, meta?.fix, ...Object.keys(meta?.codes ?? {})])
      expect(words).toContain(text);
  });

  test.each(ids)("%s says less to programs", async (id) => {
    const { stdout } = await golden(["explain", id, "--json"], here);
    const meta = rules.find((rule) => rule.meta.id === id)?.meta;
    const { rule, ...envelope } = JSON.parse(stdout);
    expect(envelope).toMatchObject({ schemaVersion: 1, kind: "rule" });
    expect(rule).toMatchObject({
      id,
      why: meta?.why,
      fix: meta?.fix,
      codes: JSON.parse(JSON.stringify(meta?.codes)),
    });
    expect(rule.controls.every((control: { readonly claim: string }) => control.claim === "supports")).toBe(
      true,
    );
  });

  test("a rule is missing from the list", async () => {
    const { rules: list } = JSON.parse((await golden(["explain", "--json"], here)).stdout);
    expect(list.map(({ id }: { readonly id: string }) => id)).toEqual(ids);
    const { stdout } = await golden(["explain"], here);
    expect(ids.filter((id) => !stdout.includes(id))).toEqual([]);
  });

  test("a slip is not understood", async () => {
    const { code, stderr } = await golden(["explain", "ticket-authorized"], here);
    expect(code).toBe(2);
    expect(stderr).toContain("ticket-authorised");
  });

  test("two rules are one question", async () => {
    expect((await golden(["explain", "change-size", "ticket-exists"], here)).code).toBe(2);
  });

  test("an option's default is kept secret", async () => {
    const { rule } = JSON.parse((await golden(["explain", "change-size", "--json"], here)).stdout);
    expect(rule.options).toContainEqual(
      expect.objectContaining({ name: "max_files", takes: "number", fallback: "30" }),
    );
  });
});
