import { expect, test } from "vitest";
import { rules as shipped } from "../../src/rules/index.ts";
import { load, places, problems } from "./load.ts";

const POLICY = "golden-thread.yml";
const ACCOUNT = "557058:f58131cb-b67d-43c7-b30d-6b58d40bd077";

test("people come to the rule as the policy names them, and their random account ids are taken for tokens", async () => {
  const text = `people: { ada@example.test: [ada, "${ACCOUNT}"] }\nrules: { author-is-assignee: warn }\n`;
  const law = await load(text, { rules: shipped });
  const people = { "ada@example.test": ["ada", ACCOUNT] };
  expect(law.sections.people).toEqual(people);
  expect(law.rules["author-is-assignee"]).toMatchObject({ level: "warn", options: { people } });
});

test("a token among the people goes unseen", async () => {
  const token = `ghp_${"0123456789abcdefghijABCDEFGHIJ012345"}`;
  expect(await problems(`people: { ada@example.test: ["${token}"] }\n`)).not.toEqual([]);
});

test("a policy that names nobody is another law than before", async () => {
  const law = await load("preset: standard\n");
  expect(Object.keys(law.sections).sort()).toEqual(["authorise", "authority", "projects", "references"]);
  expect(law.sections.authorise.types).toBeNull();
});

test.each([
  ["no address", "people: { ada: [ada] }", "people.ada"],
  ["a person without accounts", "people: { ada@x.test: [] }", "people.ada@x.test"],
  ["an account of several lines", 'people: { ada@x.test: ["a\\nb"] }', "people.ada@x.test.0"],
  ["a list of people", "people: [ada@x.test]", "people"],
  [
    "a whole department",
    `people: { ada@x.test: [${Array.from({ length: 17 }, (_, at) => `a${at}`).join()}] }`,
    "people.ada@x.test",
  ],
])("%s is taken for a person", async (_what, text, key) => {
  expect((await problems(text)).map((one) => one.key)).toEqual([key]);
});

function under(base: string, text: string): Promise<readonly string[]> {
  const files = { [POLICY]: `extends: org.yml\n${text}\n`, "org.yml": `${base}\n` };
  return problems(files).then(places);
}

const BASE = "locked: [people]\npeople: { ada@x.test: [ada] }";

test.each([
  ["people: { bob@x.test: [bob] }"],
  ["people: { ada@x.test: [ada, boss] }"],
  ["people: { ADA@x.test: [boss] }"],
])("where people are locked, one more account is let in: %s", async (text) => {
  expect(await under(BASE, text)).toEqual([expect.stringMatching(/^golden-thread\.yml:2:\d+ people$/)]);
});

test.each([["people: { ada@x.test: [ADA] }"], ["rules: { author-is-assignee: enforce }"]])(
  "where people are locked, what lets nobody in is refused: %s",
  async (text) => expect(await under(BASE, text)).toEqual([]),
);

const REMOTES =
  "remotes: { j: { kind: jira, site: a.example, projects: [OPS] }, tasks: { kind: markdown } }\n";

test("types by a remote's own names are lost on the way", async () => {
  const law = await load(`${REMOTES}authorise: { types: { j: [Story, bug] } }\n`);
  expect(law.sections.authorise.types).toEqual({ j: ["Story", "bug"] });
});

test("types of a remote that there is not are of no effect, and nobody is told", async () => {
  const text = `${REMOTES}authorise: { types: { task: [bug] } }\n`;
  expect(places(await problems(text))).toEqual([`${POLICY}:2:23 authorise.types.task ~tasks`]);
  const scoped = `${REMOTES}scopes: [{ paths: ["a/**"], authorise: { types: { task: [bug] } } }]\n`;
  expect(places(await problems(scoped))).toEqual([`${POLICY}:2:51 scopes.0.authorise.types.task ~tasks`]);
});

const LOCKED = `locked: [authorise]\n${REMOTES}`;

test.each([
  ["types: { j: [Story] }", "types: { j: [Story, Epic] }"],
  ["types: { j: [Story] }", "types: { tasks: [epic] }"],
  ["types: { j: [Story] }", "types: [task]"],
  ["types: [task]", "types: { j: [task] }"],
  ["labels: []", "types: [epic]"],
  ["labels: []", "types: { j: [Story] }"],
  ["states: { j: [Doing] }", "states: { j: [Doing, Done] }"],
  ["states: { j: [Doing] }", "states: { tasks: [Done] }"],
])("a locked %s is loosened by %s", async (base, text) => {
  expect(await under(`${LOCKED}authorise: { ${base} }`, `authorise: { ${text} }`)).toHaveLength(1);
});

test.each([
  ["types: { j: [Story, Bug] }", "types: { j: [Bug] }"],
  ["types: { j: [Story] }", "types: { tasks: [bug, chore] }"],
  ["labels: []", "types: [bug]"],
  ["states: { j: [Doing] }", "states: { tasks: [in_progress] }"],
])("a locked %s can't be tightened by %s", async (base, text) => {
  expect(await under(`${LOCKED}authorise: { ${base} }`, `authorise: { ${text} }`)).toEqual([]);
});
