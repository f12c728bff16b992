import { expect, test } from "vitest";
import { parseWaivers, readWaivers } from "../../src/policy/waivers.ts";
import { places, problems } from "./load.ts";
import { memoryTree } from "./memory-tree.ts";
import { rules } from "./rules.ts";

const FILE = "golden-thread.waivers.yml";
const COMMIT = "0123456789abcdef0123456789ABCDEF01234567";

function how(approvers: readonly string[] = ["alice"]) {
  const waivers = { file: FILE, approvers, maxDays: 7, provedOnly: false };
  return { law: { waivers }, today: "2027-01-10", rules };
}

function parse(text: string, approvers?: readonly string[]) {
  return parseWaivers(new TextEncoder().encode(text), FILE, how(approvers));
}

const GOOD = `- id: W-1
  rules: [ticket-exists, reference-required]
  for: { pr: 12, commits: ["${COMMIT}"], paths: ["src/**"], ticket: TASK-7 }
  reason: The tracker is down and the shop is on fire.
  incident: INC-9
  approver: Alice
  created: 2027-01-09
  expires: 2027-01-16
  follow_up: TASK-8
`;

test("a waiver is read whole, and only declared", async () => {
  expect(await parse(GOOD)).toEqual({
    problems: [],
    waivers: [
      {
        id: "W-1",
        rules: ["ticket-exists", "reference-required"],
        for: { pr: [12], commits: [COMMIT.toLowerCase()], paths: ["src/**"], ticket: ["TASK-7"] },
        reason: "The tracker is down and the shop is on fire.",
        incident: "INC-9",
        approver: "Alice",
        created: "2027-01-09",
        expires: "2027-01-16",
        follow_up: "TASK-8",
        proof: "declared",
      },
    ],
  });
});

test.each([
  ["nothing", ""],
  ["an empty list", "[]\n"],
  ["comments", "# none\n"],
])("%s is no waiver and no error", async (_, text) => {
  expect(await parse(text)).toEqual({ waivers: [], problems: [] });
});

test("an expired waiver stays readable: a report shows it", async () => {
  const text = GOOD.replace("2027-01-09", "2026-12-01").replace("2027-01-16", "2026-12-05");
  expect((await parse(text)).waivers).toHaveLength(1);
});

test.each([
  ["no list", "id: W-1\n", `${FILE}:1:1`],
  ["an unknown rule", GOOD.replace("ticket-exists", "ticket-exist"), `${FILE}:2:11 0.rules.0 ~ticket-exists`],
  ["no rule", GOOD.replace("[ticket-exists, reference-required]", "[]"), `${FILE}:2:10 0.rules`],
  ["all rules", GOOD.replace("[ticket-exists, reference-required]", "all"), `${FILE}:2:10 0.rules`],
  ["nothing that it is for", GOOD.replace(/for: .*/, "for: {}"), `${FILE}:3:8 0.for`],
  ["an empty target", GOOD.replace("pr: 12", "pr: []"), `${FILE}:3:14 0.for.pr`],
  ["a short commit id", GOOD.replace(COMMIT, "0123abc"), `${FILE}:3:28 0.for.commits.0`],
  ["no reason", GOOD.replace(/ {2}reason.*\n/, ""), `${FILE}:1:3 0.reason`],
  ["a day that there is not", GOOD.replace("2027-01-16", "2027-02-30"), `${FILE}:8:12 0.expires`],
  ["more days than the policy allows", GOOD.replace("2027-01-16", "2027-01-17"), `${FILE}:8:12 0.expires`],
  ["an end before its beginning", GOOD.replace("2027-01-16", "2027-01-08"), `${FILE}:8:12 0.expires`],
  ["a beginning yet to come", GOOD.replace("2027-01-09", "2027-01-12"), `${FILE}:7:12 0.created`],
  ["an approver whom nobody named", GOOD.replace("Alice", "mallory"), `${FILE}:6:13 0.approver`],
  ["an id that another one has", GOOD + GOOD, `${FILE}:10:7 1.id`],
  ["an unknown key", `${GOOD}  expire: 2028-01-01\n`, `${FILE}:10:3 0.expire ~expires`],
  ["a key twice", `${GOOD}  expires: 2028-01-01\n`, `${FILE}:10:3`],
])("%s is an error at its place, and no waiver counts then", async (_, text, place) => {
  const { waivers, problems: found } = await parse(text);
  expect(places(found)).toEqual([place]);
  expect(waivers).toEqual([]);
});

test("who is in a team only the forge knows, so a declared approver may be", async () => {
  expect((await parse(GOOD, ["@acme/compliance"])).waivers).toHaveLength(1);
  expect((await parse(GOOD, [])).problems).toHaveLength(1);
});

test("a token in a reason is refused and not printed", async () => {
  const token = ["ghp", "_aB3dE5gH7jK9mN1pQ2rS4tU6"].join("");
  const { problems: found } = await parse(GOOD.replace("is on fire", token));
  expect(found).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain(token);
});

test("a broken waivers file breaks the law, not only the waiver", async () => {
  const files = { "golden-thread.yml": "waivers: { approvers: [alice] }", [FILE]: "- id: W-1\n" };
  expect((await problems(files)).every((problem) => problem.file === FILE)).toBe(true);
  expect((await problems(files)).length).toBeGreaterThan(0);
});

test("no file is no waiver", async () => {
  expect(await readWaivers(memoryTree({}), how())).toEqual({ waivers: [], problems: [] });
});
