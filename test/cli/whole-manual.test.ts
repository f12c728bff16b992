import { describe, expect, test } from "vitest";
import { manuals } from "../../src/cli/commands.ts";
import { temporaryFolder } from "../git/repo.ts";
import { golden } from "./world.ts";

const cwd = temporaryFolder();
const flat = (text: string) => text.replace(/\s+/gu, " ");

describe("the whole manual", () => {
  test.each([[["--help", "--all"]], [["--all", "--help"]], [["help", "--all"]], [["-h", "--all"]]])(
    "%j prints it, and ends 0",
    async (argv) => {
      const ran = await golden(argv, { cwd });
      expect(ran).toMatchObject({ code: 0, stderr: "" });
      expect(ran.stdout).toMatch(/^NAME\n {4}golden-thread/u);
    },
  );

  test("leaves out nothing of any command", async () => {
    const text = flat((await golden(["--help", "--all"], { cwd })).stdout);
    const all = await manuals();
    expect(all.length).toBeGreaterThan(5);
    for (const { name, summary, forms, details, options, examples } of all) {
      const said = [
        `COMMAND ${name} ${summary}`,
        ...forms.map((form) => `golden-thread ${name} ${form}`),
        details,
        ...options.flatMap((option) => [`--${option.name}`, option.does]),
        ...examples.map(({ run, does, exit }) => `${exit} ${run} ${does}`),
      ];
      expect(said.filter((one) => !text.includes(flat(one)))).toEqual([]);
    }
    for (const word of ["EXIT STATUS", "ENVIRONMENT", "GOLDEN_THREAD_FORMAT", "0 pass", "4 the gate itself"])
      expect(text).toContain(word);
  });

  test("is named by the short help", async () => {
    expect((await golden(["--help"], { cwd })).stdout).toContain("golden-thread --help --all");
  });
});
