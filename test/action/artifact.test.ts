import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AuditUpload, Uploaded, UploadGround } from "../../src/action/artifact.ts";
import { home } from "../doors/built.ts";
import { temporaryFolder } from "../git/repo.ts";
import { type ArtifactServer, startArtifacts } from "../servers/artifacts.ts";
import { actionNode } from "./node.ts";

const GITHUB = {
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "acme/shop",
  GITHUB_RUN_ID: "17",
};

const folder = join(temporaryFolder(), "audit");
const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * index) % 251));
const contents: Readonly<Record<string, Buffer>> = {
  "report.json": Buffer.from('{"kind":"check"}\n'),
  "evidence.intoto.jsonl": bytes,
  SHA256SUMS: Buffer.from(""),
};

let server: ArtifactServer;
beforeAll(async () => {
  server = await startArtifacts();
  mkdirSync(folder, { recursive: true });
  for (const [name, data] of Object.entries(contents)) writeFileSync(join(folder, name), data);
});
afterAll(async () => {
  await server.loopback.close();
  expect(server.problems).toEqual([]);
});

const audit: AuditUpload = {
  ...{ name: "golden-thread-audit", folder, job: "gate", attempt: 2, retentionDays: 30 },
  files: Object.keys(contents).map((name) => join(folder, name)),
};

/** The built chunk, asked in a process of its own: the toolkit reads the environment and prints to the log. */
const ASK = `const { uploadAudit } = require(process.argv[1]);
const { audit, deadline } = JSON.parse(process.argv[2]);
uploadAudit(audit, { env: process.env, deadline }).then((answer) => {
  process.stdout.write("\\nANSWER " + JSON.stringify(answer) + "\\n", () => process.exit(0));
});`;

interface Asked {
  readonly answer: Uploaded;
  readonly log: string;
}

function upload(
  wanted: Partial<AuditUpload>,
  env: Readonly<Record<string, string>>,
  ground: Pick<UploadGround, "deadline"> = {},
): Promise<Asked> {
  const chunk = join(home, "dist", "chunks", "action-artifact.js");
  const words = ["-e", ASK, chunk, JSON.stringify({ audit: { ...audit, ...wanted }, ...ground })];
  const child = spawn(actionNode.program, words, { env: { ...GITHUB, ...env } });
  return new Promise((done) => {
    let log = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
    child.on("close", () => {
      const answer: Uploaded = JSON.parse(/^ANSWER (.*)$/m.exec(log)?.[1] ?? "null");
      done({ answer, log });
    });
  });
}

describe(`an audit is uploaded by ${actionNode.label}`, () => {
  test("what is downloaded is not what was written", async () => {
    const { answer } = await upload({}, server.runtime);
    expect(answer).toEqual({
      ...{ status: "uploaded", id: expect.any(Number), name: "golden-thread-audit" },
      url: expect.stringMatching(/^https:\/\/github\.com\/acme\/shop\/actions\/runs\/17\/artifacts\/\d+$/),
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(Object.fromEntries(await server.download("golden-thread-audit"))).toEqual(contents);
  });

  test("a job of a matrix loses its audit, because another has taken the name", async () => {
    server.take("taken");
    const { answer } = await upload({ name: "taken" }, server.runtime);
    expect(answer).toMatchObject({ status: "uploaded", name: "taken-gate-2" });
    const again = await upload({ name: "taken" }, server.runtime);
    expect(again.answer).toMatchObject({ status: "failed", why: expect.stringContaining("409") });
  });

  test("a server without the service, or no runner at all, stops the gate", async () => {
    const enterprise = { ...server.runtime, GITHUB_SERVER_URL: "https://github.acme.example" };
    const { answer } = await upload({}, enterprise);
    expect(answer).toMatchObject({ status: "unsupported", why: expect.stringContaining("report-path") });
    expect((await upload({}, {})).answer).toMatchObject({ status: "unsupported" });
  });

  test("a service that is down holds the gate up, or fails it", async () => {
    const down = await startArtifacts();
    down.loopback.always = { status: 503, json: { msg: "down" } };
    const { answer } = await upload({}, down.runtime, { deadline: 1500 });
    expect(answer).toMatchObject({ status: "failed", why: expect.stringContaining("in time") });
    await down.loopback.close();
  });

  test("the token that the service is asked with stands in the log", async () => {
    const { log } = await upload({ name: "quiet" }, { ...server.runtime, RUNNER_DEBUG: "1" });
    expect(log).toContain("quiet");
    expect(log).not.toContain(server.runtime.ACTIONS_RUNTIME_TOKEN);
    const signature = /[?&]sig=([^&\s"]+)/.exec(log)?.[1];
    expect(signature === undefined || log.includes(`::add-mask::${signature}`)).toBe(true);
  });
});
