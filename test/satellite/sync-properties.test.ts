import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Going } from "./sync-model.ts";
import { stateIn, syncModel } from "./sync-model.ts";

const LINES = ["- one", "- two", "- three", "- four", "- five", "- six", "- seven"];
const CATEGORIES = ["open", "in_progress", "done"] as const;
const NAMES = { open: "To Do", in_progress: "In Progress", done: "Done" };

const side = fc.constantFrom("local" as const, "remote" as const);
const edits = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("insert" as const), side, at: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("delete" as const), side, at: fc.nat(9) }) },
  fc.record({ kind: fc.constant("title" as const), side, at: fc.nat(2) }),
  fc.record({ kind: fc.constant("label" as const), side, at: fc.nat(3) }),
  fc.record({ kind: fc.constant("status" as const), side, at: fc.nat(2) }),
);
const going = (strategies: readonly Going["strategy"][]) =>
  fc.record({
    kind: fc.constant("sync" as const),
    strategy: fc.constantFrom(...strategies),
    write: fc.boolean(),
    cutAt: fc.option(fc.nat(5)),
    before: fc.boolean(),
  });
type Step = typeof edits extends fc.Arbitrary<infer Edit> ? Edit : never;

/** Lets people edit both sides, and synchronisations run and be cut off in between. Answers with the lines that nobody deleted. */
async function play(steps: readonly (Step | (Going & { readonly kind: "sync" }))[]) {
  const model = syncModel(LINES);
  const alive = new Set(LINES);
  let count = 0;
  for (const step of steps) {
    if (step.kind === "sync") {
      await model.sync(step);
      continue;
    }
    const isLocal = step.side === "local";
    const now = isLocal ? await model.local() : model.ticket();
    const lines = (now?.description ?? "").split("\n").filter(Boolean);
    const place = step.at % (lines.length + 1);
    if (step.kind === "insert" || step.kind === "delete") {
      const line = `- new ${++count}`;
      const gone = step.kind === "insert" ? [] : lines.slice(place, place + 1);
      for (const one of gone) alive.delete(one.replace(/^\*/, "-"));
      if (step.kind === "insert") alive.add(line);
      const text = lines.toSpliced(place, gone.length, ...(step.kind === "insert" ? [line] : [])).join("\n");
      if (isLocal) await model.edit("description", text);
      else model.change({ description: text });
    } else if (step.kind === "label") {
      const name = `label${step.at}`;
      const before = now?.labels ?? [];
      const labels = before.includes(name) ? before.filter((one) => one !== name) : [...before, name];
      if (isLocal) await model.edit("labels", labels);
      else model.change({ labels });
    } else if (step.kind === "title") {
      const title = `Title ${step.at}`;
      if (isLocal) await model.edit("title", title);
      else model.change({ title });
    } else {
      const category = CATEGORIES[step.at] ?? "open";
      if (isLocal) await model.edit("status", NAMES[category]);
      else model.change({ state: stateIn(category) });
    }
  }
  return { model, alive };
}

/** What both sides say, in one vocabulary. */
async function bothSides(model: ReturnType<typeof syncModel>) {
  const tell = (ticket: Awaited<ReturnType<typeof model.local>>) => ({
    title: ticket?.title,
    state: ticket?.state.category,
    labels: [...(ticket?.labels ?? [])].sort(),
    lines: (ticket?.description ?? "").split("\n").map((line) => line.replace(/^\* /, "- ")),
  });
  return { local: tell(await model.local()), remote: tell(model.ticket()) };
}

const WHOLE: Going = { strategy: "merge", write: true, cutAt: null, before: false };
const RUNS = { numRuns: 40 };

describe("a synchronisation that may be cut off at any step", () => {
  test("loses a line that nobody deleted", async () => {
    const steps = fc.array(fc.oneof({ weight: 3, arbitrary: edits }, going(["merge", "prompt"])), {
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (played) => {
        const { model, alive } = await play(played);
        const fields = await model.sync(WHOLE);
        const { local, remote } = await bothSides(model);
        const there = new Set([...local.lines, ...remote.lines]);
        expect([...alive].filter((line) => !there.has(line))).toEqual([]);
        const isOpen = fields === "cut" || fields.some(({ outcome }) => outcome === "conflict");
        if (!isOpen) expect(local).toEqual(remote);
      }),
      RUNS,
    );
  });

  test("never comes to rest", async () => {
    const steps = fc.array(
      fc.oneof({ weight: 3, arbitrary: edits }, going(["merge", "prompt", "local", "remote"])),
      { maxLength: 14 },
    );
    const last = fc.constantFrom("local" as const, "remote" as const);
    await fc.assert(
      fc.asyncProperty(steps, last, async (played, strategy) => {
        const { model } = await play(played);
        await model.sync({ ...WHOLE, strategy });
        const { local, remote } = await bothSides(model);
        expect(local).toEqual(remote);
        const again = await model.sync({ ...WHOLE, strategy: "prompt" });
        expect(again).toMatchObject(Array.from({ length: 5 }, () => ({ outcome: "same" })));
        expect(model.effects()).toEqual(["base"]);
      }),
      RUNS,
    );
  });
});
