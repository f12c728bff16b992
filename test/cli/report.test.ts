import { mkdirSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../git/repo.ts";
import { backlogRepository } from "../history/judged.ts";
import { golden } from "./world.ts";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks for exactly this target: `fetch` would take `..` away and set its own Host. */
function ask(
  page: URL,
  target: string,
  { host = page.host, method = "GET" }: { readonly host?: string; readonly method?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: page.hostname, port: page.port, path: target, method, headers: { host } });
    asked.once("error", reject).once("response", (response) => {
      const texts: string[] = [];
      response.setEncoding("utf8").on("data", (text: string) => texts.push(text));
      response.once("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: texts.join("") }),
      );
    });
    asked.end();
  });
}

test("another host, another program or a path out of it is shown the page, or an old one is", async () => {
  const repository = backlogRepository();
  let open: (url: URL) => void = () => undefined;
  const printed = new Promise<URL>((resolve) => {
    open = resolve;
  });
  const ended = golden(["report", "serve", "--once"], {
    cwd: repository.root,
    env: repository.env,
    told: (text) => open(new URL(text.trim())),
  });
  const page = await printed;
  const state = `${page.pathname}state`;
  expect([page.hostname, page.pathname.length]).toEqual(["127.0.0.1", 45]);
  const refused: readonly (readonly [string, { host?: string; method?: string }, number])[] = [
    ["/", {}, 404],
    ["/state", {}, 404],
    [`/${"A".repeat(43)}/`, {}, 404],
    [page.pathname.slice(0, -2), {}, 404],
    [`${page.pathname}golden-thread.yml`, {}, 404],
    [`${page.pathname}../golden-thread.yml`, {}, 404],
    [`${page.pathname}..%2f..%2fetc/passwd`, {}, 404],
    [`${page.pathname}?x=1`, {}, 404],
    [page.pathname, { host: `rebound.example:${page.port}` }, 421],
    [page.pathname, { host: "127.0.0.1" }, 421],
    [state, { method: "POST" }, 405],
  ];
  for (const [target, how, status] of refused) {
    const { text, ...answer } = await ask(page, target, how);
    expect([target, how, answer.status, text.length < 40]).toEqual([target, how, status, true]);
  }
  expect(await ask(page, page.pathname, { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
  expect(JSON.parse((await ask(page, state)).text)).toEqual({ version: "1", fault: null });

  repository.commit("Work without a name", { "a.txt": "one\n" });
  const version = async () => JSON.parse((await ask(page, state)).text).version;
  await expect.poll(version).toBe("2");
  repository.write("golden-thread.yml", "version: 1\nremotes: 7\n");
  await expect.poll(async () => (await ask(page, state)).text).toContain("policy");
  expect(await version()).toBe("2");
  const { headers, text } = await ask(page, page.pathname);
  expect(text).toContain("Work without a name");
  expect(text).toContain("connect-src 'self'");
  expect(headers).toMatchObject({
    "cache-control": "no-store",
    "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    "content-type": "text/html; charset=utf-8",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  expect(headers).not.toHaveProperty("access-control-allow-origin");
  expect(await ended).toMatchObject({ code: 0, stdout: `${page.href}\n` });
  await expect(ask(page, page.pathname)).rejects.toThrow("ECONNREFUSED");
});

test("the page of an audit can't be found, or something else is handed to the system's opener", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "audit"));
  const written = join(folder, "audit", "report.html");
  writeFileSync(written, "<!doctype html>\n");
  writeFileSync(join(folder, "run.desktop"), "<!doctype html>\n");
  writeFileSync(join(folder, "notes.html"), "#!/bin/sh\n");
  const open = (...words: readonly string[]) => golden(["report", "open", ...words], { cwd: folder });
  const address = { code: 0, stdout: `${pathToFileURL(written).href}\n` };
  expect(await open()).toMatchObject(address);
  expect(await open("audit/report.html", "--print")).toMatchObject(address);
  for (const named of ["run.desktop", "notes.html"])
    expect(await open(named)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("no page"),
    });
  expect(await open("nowhere")).toMatchObject({ stderr: expect.stringContaining("audit --out audit") });
});
