import { describe, expect, test } from "vitest";
import {
  approvalIn,
  approvalLine,
  differingFields,
  isApprover,
  snapshotTexts,
} from "../../src/core/approval.ts";
import { labelApproval } from "../../src/core/label-approval.ts";
import type { Person, Snapshot } from "../../src/core/ticket.ts";
import type { TicketEvent } from "../../src/core/tracker.ts";
import { snapshotOf } from "../../src/gather/snapshot.ts";

const snapshot: Snapshot = { title: "a".repeat(64), description: "0".repeat(64), criteria: "f".repeat(64) };
const line = approvalLine(snapshot);

describe("a comment approves what nobody meant to approve", () => {
  test.each([
    ["the line alone", line],
    ["text around it", `I read it.\n\n${line}\n\nThanks.`],
    ["line ends of another system, and blanks behind it", `Hello\r\n\r\n${line}  \r\n`],
    ["code that ended before it", `\`\`\`sh\nls\n\`\`\`\n\n${line}`],
    ["a sign of ours below it", `${line}\n\n<!-- golden-thread:approval-1 -->`],
  ])("%s: it is read", (_what, text) => expect(approvalIn(text)).toEqual(snapshot));

  test.each([
    ["no line", "I approve"],
    ["a quotation", `> ${line}`],
    ["a quotation that goes on lazily", `> He wrote:\n${line}`],
    ["a fence", `\`\`\`\n\n${line}\n\n\`\`\``],
    ["a fence of tildes in a list", `- ~~~\n\n${line}`],
    ["a fence that only seems to end", `\`\`\`\`\n\`\`\`\n\n${line}`],
    ["indented code", `    ${line}`],
    ["a code span", `\`${line}\``],
    ["part of a paragraph", `Whoever writes\n${line}`],
    ["a paragraph that goes on", `${line}\nis no approver`],
    ["preformatted HTML", `<pre>\n\n${line}\n\n</pre>`],
    ["a hidden comment", `<!--\n\n${line}\n\n-->`],
    ["two of them", `${line}\n\n${line}`],
    ["two of them, one quoted", `> ${line}\n\n${line}`],
    ["words behind it", `${line} not`],
    ["capital digits", line.toUpperCase()],
    ["a digit less", line.slice(0, -1)],
    ["another version", line.replace(" v1 ", " v2 ")],
    ["another order", line.replace("title", "xxx").replace("criteria", "title").replace("xxx", "criteria")],
  ])("%s: it is not read", (_what, text) => expect(approvalIn(text)).toBeNull());
});

const ticket = {
  title: "Show prices",
  description: "Why\n\n- [ ] in euros\n- [ ] on paper",
  criteria: [{ text: "A price is shown", done: false }],
};

describe("an approval is lost by work, or kept by a change", () => {
  test.each([
    ["other line ends", { description: ticket.description.replaceAll("\n", "\r\n") }],
    ["blanks behind a line", { description: ticket.description.replaceAll("\n", " \t\n") }],
    ["more empty lines", { description: `\n${ticket.description.replace("\n\n", "\n\n\n\n")}\n\n` }],
    ["a ticked box", { description: ticket.description.replace("[ ] in", "[X] in") }],
    ["a criterion that is met", { criteria: [{ text: "A price is shown", done: true }] }],
  ])("%s: it is the same", (_what, change) => {
    expect(snapshotTexts({ ...ticket, ...change })).toEqual(snapshotTexts(ticket));
  });

  test("letters that are spelled in two ways are two letters", () => {
    const spelled = (title: string) => snapshotTexts({ ...ticket, title }).title;
    expect(spelled("Gr\u00fc\u00dfe")).toBe(spelled("Gru\u0308\u00dfe"));
  });

  test.each([
    ["title", { title: "Show price" }],
    ["description", { description: `${ticket.description} too` }],
    ["description", { description: ticket.description.replace("- [ ] in", "-  [ ] in") }],
    ["criteria", { criteria: [] }],
    ["criteria", { criteria: [...ticket.criteria, ...ticket.criteria] }],
    [
      "criteria",
      {
        criteria: [
          { text: "A price", done: false },
          { text: "is shown", done: false },
        ],
      },
    ],
  ])("%s: it is another", (field, change) => {
    const [one, other] = [snapshotOf(ticket), snapshotOf({ ...ticket, ...change })];
    expect(one !== null && other !== null && differingFields(one, other)).toEqual([field]);
  });

  test("the order of criteria is nothing", () => {
    const [first, second] = [
      { text: "a", done: false },
      { text: "b", done: false },
    ];
    expect(snapshotOf({ ...ticket, criteria: [first, second] })).not.toEqual(
      snapshotOf({ ...ticket, criteria: [second, first] }),
    );
  });

  test("what a provider cut off is approved with the rest", () => {
    expect(snapshotOf({ ...ticket, description: "Long\n\n… (shortened)" })).toBeNull();
  });
});

describe("whoever calls themselves an approver is one", () => {
  const law = { label: null, risk: null, approvers: ["@Ada", "557058:cy", "boss@example.test"] };
  const nobody: Person = { name: "", email: "" };
  test.each([
    [true, { ...nobody, login: "ada" }],
    [true, { ...nobody, account: "557058:CY" }],
    [true, { ...nobody, email: "Boss@Example.test" }],
    [false, { ...nobody, name: "ada" }],
    [false, { ...nobody, name: "@Ada", login: "eve", account: "9", email: "eve@example.test" }],
    [false, nobody],
  ])("%s: %j", (may, person) => expect(isApprover(person, law)).toBe(may));

  test.each([
    ["a login of digits is somebody's id", "583231", { account: "9", login: "583231" }],
    ["an id is somebody's login", "@583231", { account: "583231", login: "eve" }],
    [
      "an address that an account is called is theirs",
      "bob@example.test",
      { name: "bob@example.test", account: "9" },
    ],
  ])("%s", (_, approver, own) => {
    expect(isApprover({ ...nobody, ...own }, { ...law, approvers: [approver] })).toBe(false);
  });

  test("an id of digits, or a login with its sign, means nobody", () => {
    const own = { ...nobody, account: "583231", login: "Octo" };
    for (const approver of ["583231", "@octo", "octo"])
      expect(isApprover(own, { ...law, approvers: [approver] }), approver).toBe(true);
  });

  test("an empty entry means those without a login", () => {
    expect(isApprover(nobody, { ...law, approvers: ["", "@"] })).toBe(false);
  });
});

const BOB: Person = { name: "Bob", email: "", login: "bob" };

function event(minute: number, field: string, from: string | null, to: string | null): TicketEvent {
  return { at: `2026-03-02T09:${String(minute).padStart(2, "0")}:00Z`, by: BOB, field, from, to };
}

describe("a label says more than was meant", () => {
  const set = (minute: number) => event(minute, "labels", null, "Approved");
  const off = (minute: number) => event(minute, "labels", "approved", null);
  const changedAfter = (...events: readonly TicketEvent[]) => {
    const of = labelApproval("approved", events)?.of;
    return of?.kind === "label" ? of.changed : null;
  };

  test.each([
    ["nothing was changed", [set(5)], []],
    ["what was changed before", [event(1, "title", "a", "b"), set(5)], []],
    ["what was changed after", [set(5), event(6, "description", null, null)], ["description"]],
    ["what was changed in the same moment", [event(5, "title", "a", "b"), set(5)], ["title"]],
    ["a ticked box", [set(5), event(6, "description", "- [ ] a", "- [x] a")], []],
    ["other fields", [set(5), event(6, "state", "open", "closed"), event(7, "labels", null, "bug")], []],
    ["it was set anew", [set(1), event(2, "criteria", "a", "b"), off(3), set(5)], []],
    ["events in disorder", [event(6, "title", "a", "b"), set(5)], ["title"]],
  ])("%s", (_what, events, changed) => expect(changedAfter(...events)).toEqual(changed));

  test.each([
    ["it was taken away", [set(5), off(6)]],
    ["nobody set it", [event(5, "labels", null, "bug")]],
    ["nobody is known to have set it", [{ ...set(5), by: null }]],
  ])("%s: it is no approval", (_what, events) => expect(labelApproval("approved", events)).toBeNull());
});
