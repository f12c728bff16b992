import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { json, shellCommand } from "../reports/escape.ts";
import type { AskedTerms } from "../verify/open.ts";
import type { GivenEvidence, Verification } from "../verify.ts";
import type { WordsCommand } from "./command.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { verificationText } from "./verify-text.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "verify",
  summary: "verify signed evidence without a network, and hold it against git",
  forms: [
    "FILE|DIR [--key KEY]... [--identity NAME --issuer URL [--trusted-root FILE]] [--repo DIR] [--json]",
    "REV [--notes-ref REF] [--repo DIR] [--json]",
  ],
  details:
    "FILE holds statements, one a line, plain, in DSSE envelopes or in Sigstore bundles; DIR is an audit's folder, whose other files are held " +
    "against SHA256SUMS and the statements as well; REV is a commit whose records a server keeps as notes. Every check has a name, and every finding a code. With --repo the records are " +
    "held against that clone's history, and keys and identities are those of its policy (evidence:) unless options name them. A KEY is a PEM file, or the base64 of a SubjectPublicKeyInfo. Nobody is asked anything. " +
    "Exit code 1: something is forged, missing or out of place. 3: nobody can tell, since there is no key to hold it against, or it is of several repositories or refs and nobody said which is meant. " +
    "What nobody asked about is told as not looked at, in words and in the JSON (unchecked).",
  options: [
    { name: "key", value: "KEY", does: "a public key that may sign: a PEM file or base64; may be repeated" },
    {
      name: "identity",
      value: "NAME",
      does: "who may sign through Sigstore, exactly as certificates have it",
    },
    { name: "issuer", value: "URL", does: "who vouches for that identity" },
    {
      name: "trusted-root",
      value: "FILE",
      does: "the certificates that are trusted; default: the policy's, else those of Sigstore's public instance",
    },
    {
      name: "repository",
      value: "ADDRESS",
      does: "the repository that the records must be of; default: the origin of --repo",
    },
    {
      name: "ref",
      value: "REF",
      does: "the full name of the ref that the records must be of; default: that of --repo, where it has only one",
    },
    {
      name: "policy-digest",
      value: "SHA256",
      does: "the law by which all was judged; may be repeated; default: any",
    },
    { name: "repo", value: "DIR", does: "a clone to hold the records against" },
    {
      name: "notes-ref",
      value: "REF",
      does: "verify REV: where the records are; default: refs/notes/golden-thread",
    },
    { name: "json", does: "answer as JSON" },
  ],
  examples: [
    { run: "golden-thread verify no-such-file.jsonl", does: "says that there is none", exit: 2 },
    { run: "golden-thread verify README.md", does: "says that this is no evidence", exit: 1 },
  ],
};

/** The file of the statements in an audit's folder. */
const EVIDENCE = "evidence.intoto.jsonl";

async function run(words: Words, io: Io, world: World): Promise<number> {
  const [name, ...more] = words.positionals;
  if (name === undefined || more.length > 0)
    throw usage(manual, "verify takes one thing.", {
      found: more.length > 0 ? words.positionals.join(" ") : "nothing",
      wanted: "a file, a folder or a revision",
    });
  const [{ verifyEvidence }, { openTerms }] = await Promise.all([
    import("../verify.ts"),
    import("../verify/open.ts"),
  ]);
  const path = resolve(io.cwd, name);
  const found = statSync(path, { throwIfNoEntry: false });
  const repo = words.one("repo");
  if (found !== undefined && !IS_PATH.test(name))
    await demandOneMeaning(world, resolve(io.cwd, repo ?? "."), name);
  const terms = await openTerms(world, {
    ...(await askedOf(words, io)),
    repo: repo === null ? (found === undefined ? io.cwd : null) : resolve(io.cwd, repo),
  });
  if (found === undefined && terms.repo !== null) {
    const { readRecords } = await import("../verify/notes.ts");
    const records = await readRecords(terms.repo, { rev: name, ref: words.one("notes-ref") });
    const { through } = records;
    return tell(words, io, name, await verifyEvidence({ ...records, files: null }, { ...terms, through }));
  }
  const given = found?.isDirectory() ? await folder(path, io) : await file(name, io);
  return tell(words, io, name, await verifyEvidence(given, terms));
}

/** What can only be a path. */
const IS_PATH = /^(?:\.{0,2}[/\\]|[A-Za-z]:[/\\])/;

/** Whoever writes into the work tree could lay a file there that is called like the commit whose records were meant. */
async function demandOneMeaning(world: World, folder: string, name: string): Promise<void> {
  const { isRevision } = await import("../verify/is-revision.ts");
  if (!(await isRevision(world, folder, name))) return;
  throw new Fault("usage", "This is the name of a file and of a commit.", {
    found: name,
    wanted: `./${name} for the file, or the commit's id`,
    fix: shellCommand(["golden-thread", "verify", `./${name}`]),
  });
}

function tell(words: Words, io: Io, name: string, verification: Verification): number {
  if (words.has("json")) io.stdout.write(`${json({ ...envelope("verify"), name, ...verification })}\n`);
  else for (const text of verificationText(name, verification)) io.stdout.write(text);
  return exitCode(verification.verdict);
}

async function askedOf(words: Words, io: Io): Promise<Omit<AskedTerms, "repo">> {
  const [identity, issuer, root] = [words.one("identity"), words.one("issuer"), words.one("trusted-root")];
  if ((identity === null) !== (issuer === null))
    throw usage(manual, "An identity is one only together with who vouches for it.", {
      found: identity === null ? "--issuer alone" : "--identity alone",
      wanted: "--identity NAME --issuer URL",
    });
  const bad = words.all("policy-digest").find((text) => !/^[0-9a-f]{64}$/.test(text));
  if (bad !== undefined)
    throw usage(manual, "A policy's digest has 64 hex digits.", {
      found: bad,
      wanted: "a SHA-256 in lower case",
    });
  return {
    keys: await Promise.all(words.all("key").map((text) => spkiOf(text, io))),
    identities: identity === null || issuer === null ? [] : [{ issuer, subject: identity }],
    root: root === null ? null : Buffer.from(await io.readFile(root)).toString("utf8"),
    repository: words.one("repository"),
    ref: words.one("ref"),
    policies: words.all("policy-digest"),
  };
}

/** A PEM file's body is the base64 that policies have. */
async function spkiOf(text: string, io: Io): Promise<string> {
  if (/^[A-Za-z0-9+/]{80,}={0,2}$/.test(text)) return text;
  const pem = Buffer.from(await io.readFile(text)).toString("latin1");
  const [, body = ""] =
    /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(pem) ?? [];
  return body.replace(/\s/g, "") || pem.slice(0, 40);
}

/** How a ZIP begins (APPNOTE 4.3.7): artifacts come in one. */
const ZIP = Buffer.from("PK\u0003\u0004", "latin1");

async function file(name: string, io: Io): Promise<GivenEvidence> {
  const bytes = await io.readFile(name);
  if (!Buffer.from(bytes.subarray(0, ZIP.length)).equals(ZIP)) return { name, bytes, files: null };
  throw new Fault("usage", "This is a ZIP, which verify does not open.", {
    found: name,
    wanted: "the folder that was in it",
    fix: `unzip -d audit ${shellCommand([name])}`,
  });
}

async function folder(path: string, io: Io): Promise<GivenEvidence> {
  const names = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
  const files = new Map<string, Uint8Array>();
  for (const name of names) files.set(name, await io.readFile(join(path, name)));
  const bytes = files.get(EVIDENCE);
  if (bytes !== undefined) return { name: EVIDENCE, bytes, files };
  throw new Fault("usage", "There is no evidence in the folder.", {
    found: names.join(", ") || "no files",
    wanted: EVIDENCE,
  });
}

/** `verify`: what evidence proves. */
export const command = { manual, run } satisfies WordsCommand;
