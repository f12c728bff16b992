import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { jsonSchema } from "../../src/reports/json-schema.ts";
import { temporaryFolder, temporaryRepository } from "../git/repo.ts";
import { golden } from "./world.ts";

const ajv = new Ajv.default({ strict: true, allowUnionTypes: true });
const schema = jsonSchema();
const valid = ajv.compile(typeof schema === "object" && schema !== null ? schema : false);

/** Arguments that are wrong, and the word that the answer must hold. */
const wrong: readonly (readonly [readonly string[], string])[] = [
  [["chek"], "check"],
  [["inti", "--yes"], "init"],
  [["--verison"], "--version"],
  [["init", "--yess"], "--yes"],
  [["init", "--yes", "now"], "now"],
  [["demo", "--kep"], "--keep"],
  [["demo", "fast"], "fast"],
  [["check"], "range"],
  [["check", "rnage", "HEAD"], "range"],
  [["check", "pr", "--event"], "--event"],
  [["check", "pr"], "--number"],
  [["check", "range"], "A..B"],
  [["check", "range", "a", "b"], "b"],
  [["check", "range", "HEAD", "--fromat", "json"], "--format"],
  [["check", "range", "HEAD", "--format"], "NAME"],
  [["check", "range", "HEAD", "--format", "--output", "x"], "NAME"],
  [["check", "range", "HEAD", "--format", "yaml"], "text"],
  [["check", "range", "HEAD", "--format", "json="], "json="],
  [["check", "range", "HEAD", "--format", "text", "--json"], "standard output"],
  [["check", "range", "HEAD", "--place", "moon"], "server"],
  [["check", "range", "HEAD", "--rule", "change-size"], "ID=warn"],
  [["check", "range", "HEAD", "--rule", "change-size=hard"], "ID=warn"],
  [["check", "range", "HEAD", "--json=yes"], "takes no value"],
];

describe("what is wrong on the command line ends 2 and says what was meant", () => {
  const repo = temporaryRepository();
  test.each(wrong)("%j", async (argv, word) => {
    const { code, stdout, stderr } = await golden(argv, { cwd: repo.root, env: repo.env });
    // Where JSON was asked for, the answer stands on standard output.
    const told = stderr === "" ? stdout : stderr;
    expect(code).toBe(2);
    expect(told).toContain(word);
    expect([stdout, stderr]).toContain("");
  });
});

describe("an error says what was found, what was wanted, and how to go on", () => {
  const repo = temporaryRepository();
  test.each([
    [["foobar"], "usage"],
    [["chek"], "usage"],
    [["demo", "--kep"], "usage"],
    [["check", "range", "HEAD", "--fromat", "json"], "usage"],
    [["check", "range", "HEAD"], "repository"],
    [["check", "range", "nowhere..HEAD"], "repository"],
    [["check", "message", "nowhere"], "usage"],
    [["check", "message", "."], "usage"],
    [["refs", "/nowhere"], "usage"],
    [["refs", "."], "usage"],
    [["config", "explain", "nowhere"], "usage"],
    [["init"], "usage"],
  ])("%j", async (argv, kind) => {
    const env = { ...repo.env, GOLDEN_THREAD_FORMAT: "json" };
    const { code, stdout } = await golden(argv, { cwd: repo.root, env });
    const { found, wanted, fix, ...rest } = JSON.parse(stdout);
    expect([code, rest.kind, rest.code]).toEqual([2, "error", kind]);
    expect([found, wanted, fix].map((text) => typeof text)).toEqual(["string", "string", "string"]);
  });
  test("init outside of a repository says so, and not first what it wants to be told", async () => {
    const { code, stderr } = await golden(["init"], { cwd: temporaryFolder(), env: repo.env });
    expect(code).toBe(2);
    expect(stderr).toContain("Not in a git repository.");
    expect(stderr).toContain("git init");
  });
});

describe("an error as JSON", () => {
  test.each([
    ["--json", ["check", "rnage", "HEAD", "--json"], {}],
    ["--format json", ["chek", "--format", "json"], {}],
    ["--format=json", ["check", "--format=json"], {}],
    ["the environment", ["chek"], { GOLDEN_THREAD_FORMAT: "json" }],
  ])("is asked for by %s, stands alone on standard output and is valid", async (_name, argv, env) => {
    const { code, stdout, stderr } = await golden(argv, { cwd: temporaryFolder(), env });
    const parsed = JSON.parse(stdout);
    valid(parsed);
    expect(valid.errors).toBeNull();
    expect([code, stderr, parsed.kind, parsed.code]).toEqual([2, "", "error", "usage"]);
  });
});

describe("an error that is not the user's", () => {
  const now = () => {
    throw new TypeError("the clock \u001b[31mbroke");
  };
  test("ends 4, in one short text without a stack", async () => {
    const repo = temporaryRepository();
    const { code, stderr } = await golden(["init", "--yes"], { cwd: repo.root, env: repo.env, now });
    expect(code).toBe(4);
    expect(stderr).toContain("the clock \\x1b[31mbroke");
    expect(stderr.split("\n").length).toBeLessThan(5);
  });
  test("shows its stack when asked for, and escaped", async () => {
    const repo = temporaryRepository();
    const env = { ...repo.env, GOLDEN_THREAD_DEBUG: "1" };
    const { stderr } = await golden(["init", "--yes"], { cwd: repo.root, env, now });
    expect(stderr).toContain("errors.test.ts");
    expect(stderr).not.toContain("\u001b");
  });
});

describe("help", () => {
  const cwd = temporaryFolder();
  test("without a command stands on standard error and ends 2; asked for, it ends 0", async () => {
    const bare = await golden([], { cwd });
    expect([bare.code, bare.stdout]).toEqual([2, ""]);
    const asked = await golden(["--help"], { cwd });
    expect([asked.code, asked.stderr, asked.stdout]).toEqual([0, "", `${bare.stderr}`]);
  });
  test("of a command is the same by each way to ask", async () => {
    const forms = [
      ["check", "--help"],
      ["check", "range", "HEAD", "-h"],
      ["help", "check"],
    ];
    const [first, ...others] = await Promise.all(forms.map((argv) => golden(argv, { cwd })));
    expect(first?.code).toBe(0);
    expect(others.map(({ stdout }) => stdout)).toEqual([first?.stdout, first?.stdout]);
  });
  test("has colours only where they are on", async () => {
    expect((await golden(["chek"], { cwd, color: true })).stderr).toContain("\u001b[");
    expect((await golden(["chek"], { cwd })).stderr).not.toContain("\u001b");
  });
  test("the version is told on standard output", async () => {
    expect(await golden(["--version"], { cwd })).toEqual({ code: 0, stdout: "0.1.0\n", stderr: "" });
  });
});
