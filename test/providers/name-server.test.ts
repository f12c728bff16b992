import { createSocket, type RemoteInfo } from "node:dgram";
import { afterEach, describe, expect, test } from "vitest";
import { isAnswering, isKnownHere } from "../../src/providers/name-server.ts";

const sockets: ReturnType<typeof createSocket>[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});

/** A name server on this machine; `answer` makes a reply of a question, or none. */
function nameServer(answer: (question: Buffer) => Buffer | null): Promise<string> {
  const socket = createSocket("udp4");
  sockets.push(socket);
  socket.on("message", (question: Buffer, { port, address }: RemoteInfo) => {
    const reply = answer(question);
    if (reply !== null) socket.send(reply, port, address);
  });
  return new Promise((resolve) =>
    socket.bind(0, "127.0.0.1", () => resolve(`127.0.0.1:${socket.address().port}`)),
  );
}

/** The question with the bits of RFC 1035, 4.1.1, that make it an answer: "there is no such name". */
function noSuchName(question: Buffer): Buffer {
  const reply = Buffer.from(question);
  reply.writeUInt16BE(0x8183, 2);
  return reply;
}

describe("a name server", () => {
  test("that is silent is waited for until git's user gives up", async () => {
    const servers = [await nameServer(() => null)];
    const began = performance.now();
    expect(await isAnswering("jira.example.test", { ms: 300, servers })).toBe(false);
    expect(performance.now() - began).toBeLessThan(1400);
  });

  test("that knows of no such name is taken for a silent one", async () => {
    const servers = [await nameServer(noSuchName)];
    expect(await isAnswering("jira.example.test", { ms: 5000, servers })).toBe(true);
  });

  test("that answers for one family alone is taken for a silent one", async () => {
    const isIpv4 = (question: Buffer) => question.readUInt16BE(question.indexOf(0, 12) + 1) === 1;
    const servers = [await nameServer((question) => (isIpv4(question) ? noSuchName(question) : null))];
    expect(await isAnswering("jira.example.test", { ms: 5000, servers })).toBe(true);
  });
});

test("a name of the hosts file is asked of a name server that is down", () => {
  const file = "127.0.0.1 localhost\n# 10.0.0.1 secret.test\n10.0.0.7\tjira.corp.test  Jira # ours\n";
  const known = ["jira.corp.test", "JIRA", "localhost", "a.localhost"];
  expect(known.map((name) => isKnownHere(name, file))).toEqual([true, true, true, true]);
  expect(["secret.test", "10.0.0.7", "corp.test", ""].map((name) => isKnownHere(name, file))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
