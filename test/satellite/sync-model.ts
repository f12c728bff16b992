import process from "node:process";
import { Fault } from "../../src/core/fault.ts";
import type { Ticket } from "../../src/core/ticket.ts";
import type { TicketEdit } from "../../src/core/tracker.ts";
import { mergeTexts } from "../../src/git/compare-texts.ts";
import type { Strategy } from "../../src/satellite/settle-fields.ts";
import type { SyncItem } from "../../src/satellite/sync-file.ts";
import { type SyncedField, syncTask } from "../../src/satellite/sync-task.ts";
import { openWrites } from "../../src/satellite/writes.ts";
import type { KeptLink } from "../../src/store/task-links.ts";
import type { Backlog } from "../../src/tasks/backlog.ts";
import { parseTask } from "../../src/tasks/parse.ts";
import { editTask } from "../../src/tasks/write.ts";
import { taskText } from "./sync-scene.ts";

const FOLDER = "backlog/tasks";
const PATH = `${FOLDER}/task-1 - Thing.md`;
const BACKLOG: Backlog = {
  dialect: "backlog.md",
  folder: "backlog",
  configFile: null,
  prefixes: ["TASK"],
  statuses: ["To Do", "In Progress", "Done"],
  folders: [{ path: FOLDER, kind: "active" }],
  problems: [],
};
const REMOTE = { name: "tracker", kind: "jira", grammar: "jira", settings: {} } as const;
const STATES = { open: "Offen", in_progress: "In Arbeit", done: "Fertig", canceled: "Weg", unknown: "?" };

/** What stops a synchronisation, as a power cut would. */
class Cut extends Error {}

/** How one synchronisation goes. `cutAt`: number of the effect at which it ends, before or after it took place; null: it does not. */
export interface Going {
  readonly strategy: Strategy;
  readonly write: boolean;
  readonly cutAt: number | null;
  readonly before: boolean;
}

/** A task file, a ticket and a store that live in memory; the engine between them is the real one. */
export function syncModel(lines: readonly string[]) {
  let file = taskText("TASK-1", "PROJ-1", null)
    .replace("What I wrote", lines.join("\n"))
    .replace("[mine]", "[]");
  let kept: KeptLink | null = null;
  let ticket: Ticket = { ...BARE, description: lines.join("\n") };
  let effects: string[] = [];
  let clock = 0;

  const item = async (): Promise<SyncItem> => {
    const task = await parseTask(file, PATH, BACKLOG);
    const link = { task: "TASK-1", remote: REMOTE, id: "PROJ-1", url: null, from: "upstream" } as const;
    return { id: "TASK-1", path: PATH, task, backlog: BACKLOG, link, text: file, kept };
  };
  const change = (fields: Partial<Ticket>): void => {
    clock++;
    ticket = { ...ticket, ...fields, updatedAt: new Date(clock * 1000).toISOString() };
  };
  return {
    change,
    ticket: () => ticket,
    local: async () => (await item()).task.ticket,
    effects: () => effects,
    async edit(kind: "title" | "status" | "labels" | "description", value: string | readonly string[]) {
      const edit =
        kind === "description"
          ? ({ kind: "section", name: "description", text: String(value) } as const)
          : ({ kind: "set", key: kind, value } as const);
      const edited = await editTask(file, "backlog.md", [edit]);
      if (!edited.ok) throw new Error(edited.detail);
      file = edited.text;
    },
    async sync({ strategy, write, cutAt, before }: Going): Promise<readonly SyncedField[] | "cut"> {
      effects = [];
      const effect = (name: string, act: () => void): void => {
        const isCut = effects.length === cutAt;
        if (isCut && before) throw new Cut(name);
        act();
        effects.push(name);
        if (isCut) throw new Cut(name);
      };
      const upstream = {
        read: async () => ticket,
        writes: openWrites(ALLOWED),
        tracker: {
          async edit(_: string, { title, description, labels }: TicketEdit) {
            effect("edit", () =>
              change({
                ...(title === undefined ? {} : { title }),
                ...(labels === undefined ? {} : { labels }),
                // It keeps texts in its own way.
                ...(description === undefined ? {} : { description: description.replace(/^- /gm, "* ") }),
              }),
            );
          },
          async setState(_: string, category: string) {
            const state = BARE_STATES.find((one) => one.category === category);
            if (state === undefined) throw new Fault("usage", "No such state.");
            effect("state", () => change({ state }));
            return state;
          },
        },
      };
      try {
        return await syncTask(await item(), ticket, {
          strategyOf: () => strategy,
          ask: async () => null,
          mergeText: (base, ours, theirs) => mergeTexts(process.env, base, ours, theirs),
          replace: async (_, text) => {
            effect("file", () => {
              file = text;
            });
            return item();
          },
          keep: (link) =>
            effect("base", () => {
              kept = { schemaVersion: 1, kind: "task-link", ...link };
            }),
          upstream: write ? upstream : null,
          categories: undefined,
          branch: "main",
          dryRun: false,
          now: () => new Date(++clock * 1000),
        });
      } catch (thrown) {
        if (thrown instanceof Cut) return "cut";
        throw thrown;
      }
    },
  };
}

const ALLOWED = {
  dryRun: false,
  yes: true,
  interactive: false,
  isCi: false,
  writable: new Set<string>(),
  show: () => undefined,
  confirm: async () => true,
  record: () => undefined,
};

const BARE_STATES = (["open", "in_progress", "done"] as const).map((category) => ({
  name: STATES[category],
  category,
}));

/** The state of a category, as the model's tracker calls it. */
export function stateIn(category: "open" | "in_progress" | "done"): Ticket["state"] {
  return { name: STATES[category], category };
}

const BARE: Ticket = {
  remote: "tracker",
  id: "PROJ-1",
  key: "PROJ-1",
  url: null,
  title: "Thing",
  type: null,
  state: stateIn("open"),
  project: null,
  assignees: [],
  createdBy: null,
  labels: [],
  parent: null,
  createdAt: null,
  updatedAt: null,
  archived: false,
  movedFrom: null,
  description: "",
  criteria: [],
  affected: [],
  path: null,
};
