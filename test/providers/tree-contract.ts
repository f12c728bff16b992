import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { RemoteKind } from "../../src/core/law.ts";
import type { Source, Tree } from "../../src/core/ports.ts";
import type { StateCategory, Ticket } from "../../src/core/ticket.ts";
import { treeProviders } from "../../src/providers/index.ts";
import type { TreeProvider } from "../../src/providers/provider.ts";

/** One tracker as the contract sees it: a place that holds known tickets, and what it must tell of them. */
export interface Subject {
  readonly kind: RemoteKind;
  /** Settings as a policy writes them. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Makes the place anew; every test gets its own. */
  open(): Promise<{ readonly tree: Tree }>;
  /** Ids of tickets that are there, with what must be told of them. */
  readonly found: Readonly<Record<string, Partial<Ticket>>>;
  /** One id for each category of state that the tracker has. */
  readonly states: Readonly<Partial<Record<StateCategory, string>>>;
  readonly archived: string;
  readonly absent: string;
  /** Ids whose ticket can't be told for now, with the words that the answer must hold. */
  readonly unavailable: Readonly<Record<string, string>>;
}

/** What every provider owes the gate, whatever it speaks to. Run once for each, against the real thing. */
export function contract(subject: Subject): void {
  const load = async (): Promise<TreeProvider<Readonly<Record<string, unknown>>>> => {
    const provider = await treeProviders[subject.kind]?.();
    if (provider === undefined) throw new Error(`no provider ${subject.kind}`);
    return provider;
  };
  const connect = async (remote = "a-name"): Promise<Source> => {
    const provider = await load();
    return provider.connect(remote, provider.settings(z).parse(subject.settings), await subject.open());
  };
  const ask = async (id: string) => (await (await connect()).many([id])).get(id);

  describe(`${subject.kind} keeps the contract of a provider`, () => {
    test("it is registered under its own kind, and its settings are strict", async () => {
      const provider = await load();
      expect(provider.id).toBe(subject.kind);
      expect(provider.settings(z).safeParse({ ...subject.settings, surprise: 1 }).success).toBe(false);
      expect(provider.settings(z).safeParse({}).success).toBe(false);
    });

    test.each(Object.entries(subject.found))("%s is found", async (id, expected) => {
      const lookup = await ask(id);
      expect(lookup).toMatchObject({ status: "found", ticket: { ...expected, id } });
    });

    test("tickets carry the name that the policy gives the remote", async () => {
      const [id = ""] = Object.keys(subject.found);
      const source = await connect("other");
      expect(source.remote).toBe("other");
      expect((await source.many([id])).get(id)).toMatchObject({ ticket: { remote: "other" } });
    });

    test.each(Object.entries(subject.states))("a state is told by category: %s", async (category, id) => {
      expect(await ask(id)).toMatchObject({ status: "found", ticket: { state: { category } } });
    });

    test("an archived ticket says so", async () => {
      expect(await ask(subject.archived)).toMatchObject({ status: "found", ticket: { archived: true } });
    });

    test("what is not there is absent, and nothing else", async () => {
      expect(await ask(subject.absent)).toEqual({ status: "absent" });
    });

    test.each(Object.entries(subject.unavailable))(
      "%s can't be told, which is no absence",
      async (id, words) => {
        const lookup = await ask(id);
        expect(lookup?.status).toBe("unavailable");
        expect(lookup).toHaveProperty("detail", expect.stringContaining(words));
      },
    );

    test("one answer for every id that is asked, in one call, however often it stands there", async () => {
      const ids = [...Object.keys(subject.found), subject.absent, ...Object.keys(subject.unavailable)];
      const answers = await (await connect()).many([...ids, ...ids]);
      expect([...answers.keys()]).toEqual(ids);
      expect((await (await connect()).many([])).size).toBe(0);
    });

    test("the same question gets the same answer", async () => {
      const source = await connect();
      const ids = [...Object.keys(subject.found), subject.absent];
      expect(await source.many(ids)).toEqual(await source.many(ids));
    });

    test("what it lists is what it finds, and no doubtful ticket is among it", async () => {
      const provider = await load();
      const source = await connect();
      expect(source.all === undefined).toBe(!provider.capabilities.all);
      const all = (await source.all?.()) ?? [];
      const answers = await source.many(all.map(({ id }) => id));
      for (const ticket of all) expect(answers.get(ticket.id)).toMatchObject({ status: "found", ticket });
      expect(all.map(({ id }) => id)).not.toContain(Object.keys(subject.unavailable)[0]);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    });

    test("a ticket is plain JSON: it can be stored, hashed and replayed", async () => {
      const answers = await (await connect()).many(Object.keys(subject.found));
      for (const lookup of answers.values()) expect(JSON.parse(JSON.stringify(lookup))).toEqual(lookup);
    });
  });
}
