import { expect, test } from "vitest";
import type { FaultCode } from "../../src/core/fault.ts";
import { factRefusal, refusal } from "../../src/providers/refusal.ts";

const server = {
  remote: "a-name",
  said: async () => "its words",
  remedy: () => "what mends it",
};

const replyOf = (status: number) => ({ status, url: "https://x.example/", headers: {}, text: "" });

/** Of an order, and of a look-up: there only a refusal to the account says something of the ticket. */
const CODES: readonly (readonly [number, FaultCode, FaultCode])[] = [
  [400, "usage", "unavailable"],
  [401, "credentials", "credentials"],
  [403, "forbidden", "forbidden"],
  [404, "absent", "unavailable"],
  [409, "usage", "unavailable"],
  [410, "absent", "unavailable"],
  [418, "unavailable", "unavailable"],
  [422, "usage", "unavailable"],
  [503, "unavailable", "unavailable"],
];

test.each(CODES)(
  "%i is taken for something else than %s, and %s of a look-up",
  async (status, order, fact) => {
    const reply = replyOf(status);
    const fix = status === 403 ? "what mends it" : undefined;
    expect(await refusal(server, "it", reply)).toMatchObject({ code: order, found: "its words", fix });
    expect(await factRefusal(server, "it", reply)).toMatchObject({ code: fact, found: "its words", fix });
  },
);
