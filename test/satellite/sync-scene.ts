import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tracker } from "../../src/core/tracker.ts";
import { golden, type Ran } from "../cli/world.ts";
import { connect } from "../servers/connect.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { type Scene, stage } from "../trackers/scene.ts";

/** A repository with a task that follows a ticket of a server on this machine. */
export interface SyncScene {
  readonly scene: Scene;
  /** What people do in the tracker itself. */
  readonly tracker: Tracker;
  /** `golden-thread remote sync …`, from source. */
  sync(...args: readonly string[]): Promise<Ran>;
  task(name?: string): string;
  change(from: string, to: string): void;
  /** Requests that change something, since the last time this was asked. */
  writes(): readonly string[];
}

/** Where the scene's task stands. */
export const TASK = "backlog/tasks/task-1 - Thing.md";

/** A task in Backlog.md's form that follows a ticket. */
export function taskText(id: string, ticket: string, url: string | null): string {
  return `---
id: ${id}
title: Thing
status: To Do
assignee: []
labels: [mine] # by hand
dependencies: []
references:
  - ${url ?? "https://example.test/"}
upstream:
  provider: PROVIDER
  id: ${ticket}
---

## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
What I wrote
<!-- SECTION:DESCRIPTION:END -->

## Acceptance Criteria
<!-- AC:BEGIN -->
- [ ] #1 It works
<!-- AC:END -->
`;
}

/** Text with far apart lines, so that both ends can be edited at once. */
export const LINES = ["First line", "Second line", "Third line", "Fourth line", "Fifth line"].join("\n\n");

/** Sets a scene; `agreed`: task and ticket were synchronised once, with `LINES` as their text. */
export async function syncScene(
  server: TrackerServer,
  { agreed = true, credential = true }: { readonly agreed?: boolean; readonly credential?: boolean } = {},
): Promise<SyncScene> {
  const scene = await stage(server, credential ? {} : { credential: null });
  const tracker = await connect(server);
  const { id } = server.seed.open;
  scene.write("backlog/config.yml", 'project_name: x\nstatuses: ["To Do", "In Progress", "Done"]\n');
  const url = server.seed.open.ticket.url ?? null;
  scene.write(TASK, taskText("TASK-1", id, url).replace("PROVIDER", server.kind));
  const sync = (...args: readonly string[]) =>
    golden(["remote", "sync", ...args], {
      cwd: scene.root,
      env: { CI: undefined, GIT_CONFIG_GLOBAL: undefined, ...scene.env },
    });
  let seen = 0;
  const made: SyncScene = {
    scene,
    tracker,
    sync,
    task: (name = TASK) => readFileSync(join(scene.root, name), "utf8"),
    change(from, to) {
      const before = made.task();
      if (!before.includes(from)) throw new Error(`the task has no ${from}:\n${before}`);
      writeFileSync(join(scene.root, TASK), before.replace(from, to));
    },
    writes() {
      const calls = server.loopback.calls.slice(seen).filter(isWrite);
      seen = server.loopback.calls.length;
      return calls.map(({ method, path }) => `${method} ${path}`);
    },
  };
  if (agreed) {
    await tracker.edit(id, { description: LINES });
    const ran = await sync("--strategy", "remote");
    if (ran.code !== 0) throw new Error(ran.stdout + ran.stderr);
  }
  made.writes();
  return made;
}

/** Searches are sent by POST, and change nothing. */
function isWrite({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return method !== "GET" && !/search|graphql|bulkfetch/.test(path);
}
