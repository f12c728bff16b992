import { createServer, type Server } from "node:http";
import { connect as open } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { type Answer, type Call, type Loopback, serve } from "../servers/kit.ts";
import { refused, TOKEN, transport } from "./transport.ts";

const loopbacks: Loopback[] = [];
const others: Server[] = [];
afterEach(async () => {
  await Promise.all(loopbacks.splice(0).map((one) => one.close()));
  for (const one of others.splice(0)) one.close().closeAllConnections();
});

async function listen(handle: (call: Call) => Answer = () => ({ status: 200, json: {} })): Promise<Loopback> {
  const loopback = await serve(handle);
  loopbacks.push(loopback);
  return loopback;
}

describe("the way out", () => {
  test("a token goes to an address that is not the remote's own", async () => {
    const [own, other] = [await listen(), await listen()];
    const { http } = transport(own.origin);
    for (const path of [`${other.origin}/x`, `http://x@${new URL(own.origin).host}/`])
      expect(await refused(http.send({ path }))).not.toHaveProperty("status");
    expect([...own.calls, ...other.calls]).toEqual([]);
  });

  test.each(["http://127.0.0.1:9", "http://[::1]:9", "http://10.0.0.1:9", "http://169.254.169.254:9"])(
    "%s is asked although nobody confirmed it",
    async (base) => {
      const { http } = transport(base, { privateAllowed: false });
      expect(await refused(http.send({ path: "/" }))).toMatchObject({
        code: "credentials",
        fix: expect.stringContaining("remote trust"),
      });
    },
  );

  test("a public name that leads to this machine gets a token", async () => {
    const own = await listen();
    const { http } = transport(own.origin.replace("127.0.0.1", "localhost"), { privateAllowed: false });
    expect(await refused(http.send({ path: "/" }))).toMatchObject({ code: "credentials" });
    expect(own.calls).toEqual([]);
  });

  test("an address that is none, such as a server's next page, is a fault of ours", async () => {
    const { http } = transport((await listen()).origin);
    expect(await refused(http.send({ path: "page 2" }))).toMatchObject({ code: "unavailable" });
  });

  test("a redirect on the same origin is lost, and one to another is followed", async () => {
    const other = await listen();
    const own = await listen(({ path }) => {
      if (path === "/old") return { status: 301, headers: { location: "/new" }, text: "" };
      if (path === "/out") return { status: 302, headers: { location: `${other.origin}/x` }, text: "" };
      if (path === "/round") return { status: 307, headers: { location: "/round" }, text: "" };
      return { status: 200, json: { path } };
    });
    const { http } = transport(own.origin);
    expect(await http.send({ path: "/old" })).toMatchObject({ status: 200, text: '{"path":"/new"}' });
    expect(await http.send({ path: "/old", follow: false })).toMatchObject({ status: 301 });
    expect(await http.send({ path: "/old", method: "POST", json: {} })).toMatchObject({ status: 301 });
    expect(await refused(http.send({ path: "/out" }))).toMatchObject({ code: "unavailable" });
    expect(await refused(http.send({ path: "/round" }))).toMatchObject({ code: "unavailable" });
    expect(other.calls).toEqual([]);
  });

  test("a server that repeats the token brings it into a message", async () => {
    const own = await listen(({ auth }) => ({
      status: 200,
      headers: { "x-echo": auth ?? "" },
      json: { auth },
    }));
    const { http } = transport(own.origin);
    expect(JSON.stringify(await http.send({ path: "/" }))).not.toContain(TOKEN);
    own.always = { status: 500, text: `token ${TOKEN}` };
    expect(JSON.stringify(await refused(http.send({ path: "/" })))).not.toContain(TOKEN);
  });
});

describe("trying again", () => {
  const DOWN: Answer = { status: 503, text: "" };

  test("a read is given up at the first 503, or asked for ever", async () => {
    const own = await listen();
    const { http, clock } = transport(own.origin);
    own.mishaps.push(DOWN, DOWN);
    expect(await http.send({ path: "/" })).toMatchObject({ status: 200 });
    expect(clock.slept).toHaveLength(2);
    own.always = DOWN;
    expect(await refused(http.send({ path: "/" }))).toMatchObject({ code: "unavailable" });
    expect(own.calls).toHaveLength(3 + 4);
  });

  test("a change is made twice", async () => {
    const own = await listen();
    const { http } = transport(own.origin);
    const write = { path: "/", method: "POST", json: { a: 1 } } as const;
    for (const mishap of ["reset", "lost-answer", DOWN, { status: 500, text: "" }] as const) {
      own.calls.length = 0;
      own.mishaps.push(mishap);
      expect(await refused(http.send(write))).toMatchObject({ code: "unavailable" });
      expect(own.calls).toHaveLength(1);
    }
    own.calls.length = 0;
    own.mishaps.push({ status: 429, headers: { "retry-after": "1" }, text: "" });
    expect(await http.send(write)).toMatchObject({ status: 200 });
    expect(own.calls).toHaveLength(2);
  });

  test.each([
    [{ "retry-after": "7" }, 7000],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": () => Math.floor(Date.now() / 1000) + 30 }, 30_000],
    [{ "x-ratelimit-reset": () => new Date(Date.now() + 20_000).toISOString() }, 20_000],
    [{ "x-ratelimit-requests-reset": () => Date.now() + 10_000 }, 10_000],
    [{ "ratelimit-reset": () => Math.floor(Date.now() / 1000) + 15 }, 15_000],
    [{ "retry-after": () => new Date(Date.now() + 12_000).toUTCString() }, 12_000],
  ])("the wait that %j asks for is guessed", async (headers, ms) => {
    const own = await listen();
    const { http, clock } = transport(own.origin);
    const told = Object.entries(headers).map(([name, value]) => [
      name,
      String(typeof value === "function" ? value() : value),
    ]);
    own.mishaps.push({ status: 429, headers: Object.fromEntries(told), text: "" });
    await http.send({ path: "/" });
    expect(clock.slept[0]).toBeGreaterThan(ms - 1500);
    expect(clock.slept[0]).toBeLessThan(ms + 1500);
  });

  test("a pause that an answer asks for is not made before the next question", async () => {
    const own = await listen();
    const { http, clock } = transport(own.origin);
    own.mishaps.push({ status: 200, headers: { "retry-after": "5" }, json: {} });
    await http.send({ path: "/" });
    expect(clock.slept).toEqual([]);
    await http.send({ path: "/" });
    expect(clock.slept[0]).toBeGreaterThan(4000);
  });

  test("nobody hears how many questions are left", async () => {
    const own = await listen(() => ({
      status: 200,
      headers: { "x-ratelimit-limit": "60", "x-ratelimit-remaining": "59" },
      json: {},
    }));
    const { http } = transport(own.origin);
    expect(http.rate()).toBeNull();
    await http.send({ path: "/" });
    expect(http.rate()).toMatchObject({ limit: 60, remaining: 59 });
  });
});

describe("what comes back", () => {
  test("an answer without an end fills the memory, packed or not", async () => {
    const own = await listen();
    const { http } = transport(own.origin, { tryMs: 20_000 });
    own.mishaps.push({ status: 200, text: "x".repeat(11 * 1024 * 1024) });
    expect(await refused(http.send({ path: "/" }))).toMatchObject({
      message: expect.stringContaining("10 MiB"),
    });
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const server = createServer((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
    });
    others.push(server);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const packed = transport(`http://127.0.0.1:${port}`, { tryMs: 20_000 });
    expect(await refused(packed.http.send({ path: "/" }))).toMatchObject({
      message: expect.stringContaining("10 MiB"),
    });
  });

  test("what has not changed is sent again", async () => {
    const own = await listen(({ headers }) =>
      headers["if-none-match"] === '"1"'
        ? { status: 304, text: "" }
        : { status: 200, headers: { etag: '"1"' }, json: { n: 1 } },
    );
    const kept = new Map<string, { etag: string; text: string }>();
    const tags = {
      read: (address: string) => kept.get(address) ?? null,
      keep: (address: string, answer: { etag: string; text: string }) => void kept.set(address, answer),
    };
    const first = await transport(own.origin, { tags }).http.send({ path: "/a" });
    const again = await transport(own.origin, { tags }).http.send({ path: "/a" });
    expect(again).toMatchObject({ status: 200, text: first.text });
    expect(own.calls.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"1"']);
    const broken = {
      ...tags,
      keep: () => {
        throw new Error("disk full");
      },
    };
    expect(await transport(own.origin, { tags: broken }).http.send({ path: "/b" })).toMatchObject({
      status: 200,
    });
  });
});

describe("a proxy", () => {
  test("is passed by, or asked for hosts that need none", async () => {
    const own = await listen();
    const asked: string[] = [];
    const server = createServer();
    server.on("connect", (request, socket) => {
      asked.push(request.url ?? "");
      const [host = "", port] = (request.url ?? "").split(":");
      const way = open(Number(port), host, () => {
        socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
        way.pipe(socket).pipe(way);
      });
      socket.on("error", () => way.destroy());
      way.on("error", () => socket.destroy());
    });
    others.push(server);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const proxy = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    expect(await transport(own.origin, { proxy: { http: proxy } }).http.send({ path: "/" })).toMatchObject({
      status: 200,
    });
    expect(asked).toEqual([new URL(own.origin).host]);
    await transport(own.origin, { proxy: { http: proxy, none: "127.0.0.1" } }).http.send({ path: "/" });
    expect(asked).toHaveLength(1);
  });
});
