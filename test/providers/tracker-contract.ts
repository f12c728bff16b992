import { afterEach, describe, expect } from "vitest";
import { type Asking, connect } from "../servers/connect.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import type { SetUp } from "./contract/asking.ts";
import { tellsComments } from "./contract/comments.ts";
import { listsAndLinks } from "./contract/lists.ts";
import { tellsPasts } from "./contract/pasts.ts";
import { asksFewTimes, readsTickets } from "./contract/reading.ts";
import { keepsTheTokenAtHome, tellsRefusalsApart } from "./contract/refusals.ts";
import { bearsTrouble } from "./contract/trouble.ts";
import { writes } from "./contract/writing.ts";

/** What every tracker owes the gate, run against the vendor's protocol over real HTTP. `name`: where a kind has flavours. */
export function contract(start: () => Promise<TrackerServer>, name: string): void {
  describe(`contract of a tracker: ${name}`, () => {
    const open: TrackerServer[] = [];
    const setUp: SetUp = async (asking: Asking = {}) => {
      const server = await start();
      open.push(server);
      return { server, tracker: await connect(server, asking) };
    };
    afterEach(async () => {
      const servers = open.splice(0);
      await Promise.all(servers.map(({ loopback }) => loopback.close()));
      for (const { problems } of servers) expect(problems).toEqual([]);
    });
    readsTickets(setUp);
    tellsRefusalsApart(setUp);
    bearsTrouble(setUp);
    asksFewTimes(setUp);
    listsAndLinks(setUp);
    writes(setUp);
    tellsComments(setUp);
    tellsPasts(setUp);
    keepsTheTokenAtHome(setUp);
  });
}
