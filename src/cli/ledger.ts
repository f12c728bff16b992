import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { World } from "../core/ports.ts";
import type { TicketQuery } from "../core/tracker.ts";
import { exitCode } from "../core/verdict.ts";
import type { NamedLedger } from "../ledger-commands/inspect.ts";
import { builtText } from "../reports/built-ledger.ts";
import { json, terminal } from "../reports/escape.ts";
import type { WordsCommand } from "./command.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import {
  answerJson,
  builtJson,
  changesText,
  inspectedText,
  ticketsJson,
  ticketsText,
} from "./ledger-text.ts";
import { watched } from "./watched.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "ledger",
  summary: "issue and read the signed list of tickets by which commits are judged offline",
  forms: [
    "build [--query KEY=VALUE]... [--expires 24h] [--out FILE] [--push] [--keyless [--public-log]] [--json]",
    "verify [FILE|REV] [--json]",
    "show [ID...] [--json]",
    "diff FILE|REV FILE|REV [--json]",
    "fetch [--json]",
    "trust [FILE] [--json]",
  ],
  details:
    "build lists every tracker of the policy that is neither markdown nor private, and signs what it needs of each ticket: states " +
    "and times, no title and no text. It signs with the key in GOLDEN_THREAD_SIGNING_KEY (see key new), whose public half the policy names under " +
    "ledger.keys. With --keyless it signs through Sigstore, by the identity of the job that runs it (GitHub Actions with permissions: id-token: write, " +
    "or a token in SIGSTORE_ID_TOKEN), which the policy names under ledger.identities. trust writes the certificates by which such signatures " +
    "are known into the repository, to be committed: those of Sigstore's public instance as this version has them, or those in FILE. An interrupted build goes on where it was; one that fails replaces nothing. verify says whether a ledger " +
    "counts here and now, and which of its marks fails. show tells of tickets, diff what changed between two ledgers, fetch " +
    "brings the ref from origin. Exit code 3: the ledger can't be relied on, or a tracker gave no answer.",
  options: [
    {
      name: "query",
      value: "KEY=VALUE",
      values: ["state=", "type=", "label=", "assignee=", "since="],
      does: "build: only tickets with this state, type, label, assignee or change since; may be repeated",
    },
    {
      name: "expires",
      value: "TIME",
      does: "build: how long it holds, such as 24h; default: the policy's max_age",
    },
    { name: "out", value: "FILE", does: "build: a file instead of where the policy has its ledger" },
    { name: "push", does: "build: fetch the ref from origin before, and take the new one there" },
    { name: "keyless", does: "build: sign through Sigstore, without a key" },
    {
      name: "public-log",
      does: "build: Sigstore's public log may name this repository and its workflow, for ever",
    },
    { name: "json", does: "answer as JSON" },
  ],
  examples: [
    { run: "golden-thread ledger verify", does: "says what the policy lacks for a ledger", exit: 2 },
    {
      run: "golden-thread ledger show PROJ-7",
      does: "the same: without a policy that names one there is no ledger",
      exit: 2,
    },
    { run: "golden-thread ledger diff old.jsonl", does: "refused: it takes two", exit: 2 },
  ],
};

async function run(words: Words, io: Io, world: World): Promise<number> {
  const [action, ...rest] = words.positionals;
  switch (action) {
    case "build":
      return build(words, rest, io, world);
    case "verify":
      return verify(words, rest, io, world);
    case "show":
      return show(words, rest, io, world);
    case "diff":
      return diff(words, rest, io, world);
    case "fetch":
      return fetchIt(words, rest, io, world);
    case "trust":
      return trust(words, rest, io, world);
    default:
      throw usage(manual, action === undefined ? "What about the ledger?" : "ledger can't do this.", {
        ...(action === undefined ? {} : { found: action }),
        wanted: "build, verify, show, diff, fetch or trust",
      });
  }
}

async function build(words: Words, more: readonly string[], io: Io, world: World): Promise<number> {
  takesNone("build", more);
  const expires = words.one("expires");
  if (expires !== null && !/^[1-9][0-9]{0,4}[mhd]$/.test(expires))
    throw usage(manual, "A ledger expires after a length of time.", {
      found: expires,
      wanted: "30m, 24h or 7d",
    });
  const query = queryOf(words.all("query"));
  const { buildLedger } = await import("../ledger-commands/build.ts");
  const built = await watched(io, (progress) =>
    buildLedger(world, {
      query,
      expires,
      out: words.one("out"),
      push: words.has("push") ? "origin" : null,
      gate: null,
      keyless: words.has("keyless") ? { publicLog: words.has("public-log") } : null,
      progress: (remote, count) => progress(count, `tickets listed of ${terminal(remote)}`),
      write: (path, bytes) => io.writeFile(path, [Buffer.from(bytes).toString("utf8")]),
    }),
  );
  io.stdout.write(
    words.has("json") ? `${json({ ...envelope("ledger-build"), ...builtJson(built) })}\n` : builtText(built),
  );
  return exitCode("pass");
}

/** `state=open` and its kin. Throws Fault("usage"). */
function queryOf(texts: readonly string[]): TicketQuery | null {
  if (texts.length === 0) return null;
  const pairs = texts.map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)]);
  const all = (name: string): readonly string[] =>
    pairs.flatMap(([key, value = ""]) => (key === name && value !== "" ? [value] : []));
  const bad = texts.find((text) => !/^(?:state|type|label|assignee|since)=./.test(text));
  const [since, ...others] = all("since");
  if (bad !== undefined || others.length > 0 || (since !== undefined && Number.isNaN(Date.parse(since))))
    throw usage(manual, "A ledger is narrowed by what its tickets have.", {
      found: bad ?? all("since").join(", "),
      wanted: "state=NAME, type=NAME, label=NAME, assignee=ACCOUNT, since=2026-01-31T00:00:00Z",
    });
  const [assignee] = all("assignee");
  return {
    states: all("state"),
    types: all("type"),
    labels: all("label"),
    ...(assignee === undefined ? {} : { assignee }),
    ...(since === undefined ? {} : { updatedSince: new Date(since).toISOString() }),
  };
}

async function verify(
  words: Words,
  [name, ...more]: readonly string[],
  io: Io,
  world: World,
): Promise<number> {
  takesNone("verify", more);
  const { inspectLedger } = await import("../ledger-commands/inspect.ts");
  const found = await inspectLedger(world, name === undefined ? null : await named(name, io));
  const home = name ?? found.home;
  io.stdout.write(
    words.has("json")
      ? `${json({ ...envelope("ledger-verify"), home, ...answerJson(found.answer) })}\n`
      : inspectedText(home, found.answer),
  );
  return exitCode(found.answer.status === "valid" ? "pass" : "undecided");
}

async function show(words: Words, ids: readonly string[], io: Io, world: World): Promise<number> {
  const { inspectLedger } = await import("../ledger-commands/inspect.ts");
  const { home, answer } = await inspectLedger(world, null);
  const isValid = answer.status === "valid";
  if (words.has("json")) {
    const tickets = isValid ? ticketsJson(answer, ids) : [];
    io.stdout.write(`${json({ ...envelope("ledger-show"), home, ...answerJson(answer), tickets })}\n`);
  } else {
    io.stdout.write(inspectedText(home, answer));
    if (isValid) for (const text of ticketsText(answer, ids)) io.stdout.write(text);
  }
  return exitCode(isValid ? "pass" : "undecided");
}

async function diff(words: Words, names: readonly string[], io: Io, world: World): Promise<number> {
  const [one, other, ...more] = names;
  if (one === undefined || other === undefined || more.length > 0)
    throw usage(manual, "ledger diff takes two ledgers.", {
      found: names.join(" ") || "none",
      wanted: "two files or revisions",
    });
  const [{ inspectTwo }, { ledgerChanges }] = await Promise.all([
    import("../ledger-commands/inspect.ts"),
    import("../ledger/diff.ts"),
  ]);
  const [before, after] = await inspectTwo(world, [await named(one, io), await named(other, io)]);
  const isKnown = before.status === "valid" && after.status === "valid";
  const changes = isKnown ? [...ledgerChanges(before, after)] : [];
  if (words.has("json")) {
    const sides = { before: answerJson(before), after: answerJson(after) };
    io.stdout.write(`${json({ ...envelope("ledger-diff"), ...sides, changes })}\n`);
  } else {
    for (const [name, answer] of [
      [one, before],
      [other, after],
    ] as const)
      if (answer.status === "invalid") io.stdout.write(inspectedText(name, answer));
    if (isKnown) io.stdout.write(changesText(changes));
  }
  return exitCode(isKnown ? "pass" : "undecided");
}

async function fetchIt(words: Words, more: readonly string[], io: Io, world: World): Promise<number> {
  takesNone("fetch", more);
  const { fetchLedger } = await import("../ledger-commands/inspect.ts");
  const { home, answer } = await fetchLedger(world);
  io.stdout.write(
    words.has("json")
      ? `${json({ ...envelope("ledger-fetch"), home, ...answerJson(answer) })}\n`
      : inspectedText(home, answer),
  );
  return exitCode(answer.status === "valid" ? "pass" : "undecided");
}

async function trust(
  words: Words,
  [name, ...more]: readonly string[],
  io: Io,
  world: World,
): Promise<number> {
  takesNone("trust", more);
  const given = name === undefined ? null : Buffer.from(await io.readFile(name)).toString("utf8");
  const { trustRoot } = await import("../ledger-commands/trust.ts");
  const { path, names } = await trustRoot(world, given, (file, text) => io.writeFile(file, [text]));
  io.stdout.write(
    words.has("json")
      ? `${json({ ...envelope("ledger-trust"), path, names })}\n`
      : `Trusted by ${terminal(path)}, once it is committed: ${terminal(names.join(", "))}\n`,
  );
  return exitCode("pass");
}

/** A file that is there is meant before a revision of the same name; what begins with `refs/` never is a file. */
async function named(name: string, io: Io): Promise<NamedLedger> {
  const isFile = !name.startsWith("refs/") && existsSync(resolve(io.cwd, name));
  return isFile ? { bytes: await io.readFile(name) } : { rev: name };
}

function takesNone(action: string, [more]: readonly string[]): void {
  if (more !== undefined) throw usage(manual, `ledger ${action} takes no further words.`, { found: more });
}

/** `ledger`: the signed list of tickets. */
export const command = { manual, run } satisfies WordsCommand;
