import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { lineDigest } from "../../src/attest/chain.ts";
import { NO_ADDRESS } from "../../src/attest/context.ts";
import { keySigner } from "../../src/attest/sign.ts";
import { addNote, lastNote, readNotes } from "../../src/git/notes.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { landedEvidence, shareRecords, writeRecords } from "../../src/record-evidence.ts";
import { engined, golden } from "../cli/world.ts";
import { type TemporaryRepository, temporaryFolder, temporaryRepository } from "../git/repo.ts";
import { backlogRepository, judge } from "../history/judged.ts";
import { evidenceKey, pushed } from "./made.ts";

const REF = "refs/notes/golden-thread";
const key = evidenceKey();
let work: TemporaryRepository;
let bare: TemporaryRepository;
const ids: string[] = [];
beforeAll(async () => {
  const evidence = `evidence: { notes: ${REF}, keys: [{ id: server, spki: "${key.spki}" }] }`;
  work = backlogRepository(`version: 1\nremotes:\n  tasks: { kind: markdown }\n${evidence}\n`);
  bare = temporaryRepository({ bare: true, folder: "bare.git" });
  // Whoever runs a server's hooks has no name that git would take.
  bare.git("config", "user.useConfigOnly", "true");
  work.git("push", "--quiet", bare.root, "HEAD:refs/heads/main");
  ids.push(work.git("rev-parse", "HEAD"));
  await push("Work on it (TASK-1)");
  await push("Go on (TASK-2)");
});

/** A push through both hooks, as git calls them. */
async function push(message: string): Promise<string> {
  const from = bare.git("rev-parse", "refs/heads/main");
  const to = work.commit(message, { "a.txt": message });
  work.git("push", "--quiet", bare.root, `+${to}:refs/heads/incoming`);
  const options = {
    ...{ cwd: bare.root, stdin: `${from} ${to} refs/heads/main\n` },
    env: { ...bare.env, GOLDEN_THREAD_SIGNING_KEY: key.pem },
  };
  expect(await engined(["pre-receive"], options)).toMatchObject({ code: 0 });
  bare.git("update-ref", "refs/heads/main", to, from);
  expect(await engined(["post-receive"], options)).toMatchObject({ code: 0, stderr: "" });
  ids.push(to);
  return to;
}

const verify = async (...argv: readonly string[]) => {
  const { stdout, stderr, code } = await golden(["verify", ...argv, "--json"], {
    cwd: bare.root,
    env: bare.env,
  });
  if (stdout === "") throw new Error(stderr);
  const found: {
    readonly anchored: number;
    readonly findings: readonly { readonly code: string; readonly about: string }[];
    readonly head: { readonly logId: string; readonly seq: number; readonly digest: string };
  } = JSON.parse(stdout);
  return { ...found, code, codes: found.findings.map((finding) => finding.code) };
};

/** A text for `git fast-import`. */
const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** Settings that name a program which git starts. */
const PROGRAMS = [
  ...["gpg.program", "gpg.openpgp.program", "gpg.ssh.program", "gpg.x509.program"],
  ...["core.fsmonitor", "core.sshCommand", "core.askPass", "core.pager", "core.editor", "core.gitProxy"],
  ...["core.alternateRefsCommand", "credential.helper", "diff.external", "gpg.ssh.defaultKeyCommand"],
];
/** A promisor from which all that is missing is brought by a command. */
const LAZY = [
  ["extensions.partialClone", "evil"],
  ["remote.evil.url", "ext::PROGRAM fetch"],
  ["remote.evil.promisor", "true"],
  ["protocol.ext.allow", "always"],
  ["core.repositoryFormatVersion", "1"],
  ["log.showSignature", "true"],
] as const;

describe("a server's notes", () => {
  test("do not hold a signed record of every push, one log of all", async () => {
    expect(await verify("main")).toMatchObject({
      code: 0,
      codes: ["ref-not-asked"],
      unchecked: ["ref", "anchor", "files"],
      anchored: 0,
      head: { seq: 2 },
    });
    const lines = bare.git("notes", `--ref=${REF}`, "show", ids[1] ?? "");
    expect(lines.split("\n")).toHaveLength(2);
    expect(bare.git("for-each-ref", "refs/notes")).not.toMatch(/golden-thread\./);
  });

  test("say nothing of a push that went by the hooks", async () => {
    const to = work.commit("Past the hooks (TASK-1)", { "b.txt": "1" });
    work.git("push", "--quiet", bare.root, `${to}:refs/heads/main`);
    const found = await verify("main", "--ref", "refs/heads/main");
    expect(found).toMatchObject({ code: 1, findings: [{ code: "commit-without-record", about: to }] });
    bare.git("update-ref", "refs/heads/main", ids[2] ?? "");
    work.git("reset", "--quiet", "--hard", ids[2] ?? "");
  });

  test("lose a note, or gain one of nobody's, without a word", async () => {
    const before = bare.git("rev-parse", REF);
    bare.git("notes", `--ref=${REF}`, "remove", ids[1] ?? "");
    expect((await verify("main")).codes).toContain("removed");
    bare.git("update-ref", REF, before);
    bare.git("notes", `--ref=${REF}`, "add", "-m", "hello", ids[0] ?? "");
    expect((await verify("main")).codes).toContain("not-a-record");
    bare.git("update-ref", REF, before);
  });

  test("are written over by whoever comes second", async () => {
    const repo = await openRepository(openGit({ cwd: bare.root, env: bare.env }));
    const before = bare.git("rev-parse", REF);
    const line = '{"payload":"aGVsbG8g IA=="}  \n\n{"b":1}\n';
    const to = { ref: REF, before, commit: ids[0] ?? "" };
    expect(await addNote(repo, to, line)).toBe(true);
    expect(await addNote(repo, to, '{"other":1}\n')).toBe(false);
    expect(await readNotes(repo, REF)).toContain(line);
    bare.git("update-ref", REF, before);
  });

  test("have the record before it mistaken for another once git lays a grown ref out anew", async () => {
    const repo = await openRepository(openGit({ cwd: bare.root, env: bare.env }));
    const ref = "refs/notes/grown";
    const marks = Array.from({ length: 300 }, (_, at) => `blob\nmark :${at + 1}\n${data(`{"seq":${at}}\n`)}`);
    const files = marks.map((_, at) => `M 100644 :${at + 1} ${lineDigest(`${at}`).slice(0, 40)}\n`);
    const commit = `commit ${ref}\ncommitter A <a@example.test> 0 +0000\n${data("")}${files.join("")}`;
    const input = `${marks.join("")}${commit}`;
    expect(bare.run(["fast-import", "--quiet"], { input })).toMatchObject({ code: 0 });
    const paths = () => bare.git("ls-tree", "-r", "--name-only", ref).split("\n");
    expect(paths()[0]).toHaveLength(40);
    const add = async (line: string, to: string) => {
      const before = bare.git("rev-parse", ref);
      expect(await addNote(repo, { ref, before, commit: to }, line)).toBe(true);
      return (await lastNote(repo, ref))?.text;
    };
    expect(await add('{"seq":300}\n', ids[0] ?? "")).toBe('{"seq":300}\n');
    expect(paths()[0]).toHaveLength(41);
    expect(await add('{"seq":301}\n', ids[0] ?? "")).toBe('{"seq":300}\n{"seq":301}\n');
    // What somebody else wrote at once is in no order.
    bare.git("update-ref", ref, `${ref}~2`);
    expect(await lastNote(repo, ref)).toMatchObject({ text: "" });
    bare.git("update-ref", "-d", ref);
  });

  test("are overwritten by a job that somebody was quicker than", async () => {
    const [base = "", before] = [ids[2], bare.git("rev-parse", REF)];
    const commit = work.commit("By the web (TASK-1)", { "c.txt": "1" });
    work.git("push", "--quiet", bare.root, `${commit}:refs/heads/main`);
    const report = await judge(work, { range: `${base}..${commit}` });
    const signer = keySigner(key);
    const context = pushed(base, commit, { repository: NO_ADDRESS });
    const evidence = landedEvidence({ notes: REF, signer }, report, context);
    if (evidence === null) throw new Error("a commit landed");
    expect(() => landedEvidence({ notes: REF, signer: null }, report, context)).toThrow("Nothing signs");
    await writeRecords(
      await openRepository(openGit({ cwd: bare.root, env: bare.env })),
      { commit, evidence },
      signer,
    );
    bare.git("update-ref", "refs/quicker", REF);
    bare.git("update-ref", REF, before);
    // Between what the job fetched and what it pushes.
    const race = `git update-ref ${REF} refs/quicker`;
    bare.hook(
      "pre-receive",
      `#!/bin/sh\n[ -e raced ] || { : > raced; unset GIT_QUARANTINE_PATH; ${race}; }\n`,
    );
    const job = temporaryRepository();
    job.git("remote", "add", "origin", bare.root);
    job.git("fetch", "--quiet", "origin", "main");
    const clone = await openRepository(openGit({ cwd: job.root, env: job.env }));
    await shareRecords(clone, { commit, evidence, remote: "origin" }, signer);
    expect(bare.run(["merge-base", "--is-ancestor", "refs/quicker", REF]).code).toBe(0);
    expect(await verify("main")).toMatchObject({ code: 0, head: { seq: 4 } });
    // Who is refused for good is told so, and does not try again.
    bare.hook("pre-receive", "#!/bin/sh\n: >> refused\necho no >&2\nexit 1\n");
    const refused = shareRecords(clone, { commit, evidence, remote: "origin" }, signer);
    await expect(refused).rejects.toMatchObject({ code: "git", found: expect.stringContaining("no") });
    bare.hook("pre-receive", "#!/bin/sh\n");
    bare.git("update-ref", REF, before);
    bare.git("update-ref", "refs/heads/main", base);
    work.git("reset", "--quiet", "--hard", base);
  });

  test("are cut off behind a record that a signed tag names, or such a tag is none", async () => {
    const { head } = await verify("main");
    const line = (digest: string, seq = head.seq) => `golden-thread-log: ${head.logId} ${seq} ${digest}`;
    bare.git("tag", "-a", "-m", line(lineDigest("x")), "unsigned", "main");
    expect(await verify("main")).toMatchObject({ code: 0, anchored: 0 });
    const file = join(bare.root, "signer");
    bare.git("config", "gpg.format", "ssh");
    bare.git("config", "user.signingkey", file);
    const allowed = join(bare.root, "allowed");
    spawnSync(
      "sh",
      [
        "-c",
        `ssh-keygen -q -t ed25519 -N "" -f signer && printf 'git@example.test %s\\n' "$(cat signer.pub)" > allowed`,
      ],
      {
        cwd: bare.root,
      },
    );
    // Whom the clone trusts is nothing to whoever verifies it.
    bare.git("config", "gpg.ssh.allowedSignersFile", allowed);
    bare.git("tag", "-s", "-m", line(head.digest), "v1", "main");
    expect(bare.run(["verify-tag", "v1"])).toMatchObject({ code: 0 });
    expect(await verify("main")).toMatchObject({ code: 0, anchored: 0 });
    bare.git("config", "--global", "gpg.ssh.allowedSignersFile", allowed);
    expect(await verify("main")).toMatchObject({ code: 0, anchored: 2 });
    bare.git("tag", "-s", "-m", line(head.digest, 7), "v2", "main");
    expect((await verify("main")).codes).toContain("truncated");
    bare.git("tag", "-s", "-f", "-m", line(lineDigest("x")), "v2", "main");
    expect((await verify("main")).codes).toContain("anchor-differs");
    bare.git("tag", "-d", "v2");
  });

  test("are in a clone that has programs of its own run", async () => {
    const trace = join(temporaryFolder(), "ran");
    const program = join(temporaryFolder(), "program");
    writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${trace}'\n`, { mode: 0o755 });
    for (const name of PROGRAMS) bare.git("config", name, program);
    for (const [name, value] of LAZY) bare.git("config", name, value.replace("PROGRAM", program));
    const anchor = bare.git("cat-file", "tag", "v1").split("-----BEGIN")[0] ?? "";
    for (const [name, kind] of Object.entries({ pgp: "PGP SIGNATURE", x509: "SIGNED MESSAGE" })) {
      const input = `${anchor.replace("tag v1", `tag ${name}`)}-----BEGIN ${kind}-----\n\nx\n-----END ${kind}-----\n`;
      const { stdout } = bare.run(["hash-object", "-t", "tag", "-w", "--stdin"], { input });
      bare.git("update-ref", `refs/tags/${name}`, stdout.trim());
      bare.run(["verify-tag", name]);
    }
    bare.run(["verify-tag", "v1"]);
    bare.run(["cat-file", "-e", "1".repeat(40)]);
    // Three kinds of signature and a fetch: each of them does run it where git is asked without care.
    expect(readFileSync(trace, "utf8").split("\n").length).toBeGreaterThan(4);
    rmSync(trace);

    expect(await verify("main")).toMatchObject({ code: 0, anchored: 2 });
    // A commit that the clone lacks would be fetched by whatever way its configuration names.
    bare.git("update-ref", "refs/heads/main", ids[0] ?? "");
    const missing = bare.path("objects", (ids[2] ?? "").slice(0, 2), (ids[2] ?? "").slice(2));
    renameSync(missing, `${missing}.away`);
    const file = join(temporaryFolder(), "lines.jsonl");
    writeFileSync(file, `${bare.git("notes", `--ref=${REF}`, "show", ids[1] ?? "")}\n`);
    expect((await verify(file, "--repo", bare.root)).codes).not.toContain("no-repository");
    const unknown = await golden(["verify", "1".repeat(40)], { cwd: bare.root, env: bare.env });
    expect(unknown.stderr).toContain("No commit is called");
    expect(existsSync(trace)).toBe(false);
  });
});
