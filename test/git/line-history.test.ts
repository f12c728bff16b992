import { describe, expect, it } from "vitest";
import { type CommitLine, plainMessage, tidied } from "../../src/git/commit-line.ts";
import { walkCommits } from "../../src/git/history.ts";
import { startLines } from "../../src/git/line-history.ts";
import type { Repository } from "../../src/git/repository.ts";
import { type TemporaryRepository, temporaryRepository } from "./repo.ts";
import { open } from "./told.ts";

const AUTHOR = "author Ada <ada@example.com> 1700000000 +0100";
const COMMITTER = "committer Cy <cy@example.com> 1700000001 -0230";
const SIGNATURE = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----";

/** Commit objects as other tools may write them. */
const ODD: readonly (readonly [headers: readonly string[], message: string])[] = [
  [[AUTHOR, COMMITTER], "plain\n"],
  [[AUTHOR, COMMITTER], ""],
  [[AUTHOR, COMMITTER], "no end of line"],
  [[AUTHOR, COMMITTER], "\n\n  begins with blank lines\n\n    indented  \n\t\nand goes on\n\n\n"],
  [[AUTHOR, COMMITTER], `long\n\n${"x y ".repeat(100_000)}TASK-1\n`],
  [[AUTHOR, COMMITTER], `many\n${"line\n".repeat(40_000)}`],
  [[AUTHOR, COMMITTER, "encoding ISO-8859-1"], "Gr\u00f6\u00dfe\n"],
  [[AUTHOR, COMMITTER, SIGNATURE], "signed\n\ntwice\n"],
  [[AUTHOR, COMMITTER, SIGNATURE, "encoding klingon"], "signed\n"],
  [[AUTHOR, COMMITTER], "Add it (TASK-1)\r\n\r\nMore\r\n"],
  [[AUTHOR, COMMITTER], "\nfixup! first\n"],
  [[AUTHOR, COMMITTER], "Add\n\nX: y\n\nConflicts:  \n\tTASK-1\n"],
  [[AUTHOR, COMMITTER], "Add\n\n# ------------------------ >8 ------------------------   \nRefs: TASK-1\n"],
  [[AUTHOR, COMMITTER], "a \rb \u000b\n \u00a0\n"],
  [[AUTHOR, COMMITTER], "hidden\0 behind a NUL\n"],
  [["author Nobody 1700000000 +0000", COMMITTER], "no address\n"],
  [["author A <a> b> 12x +0000", "committer <> -5 +0000"], "broken dates\n"],
  [["author commit 12 <tree> 7 +0000", COMMITTER], "commit 1234\ntree x\nparent y\n"],
];

function oddRepository(): { readonly made: TemporaryRepository; readonly tips: readonly string[] } {
  const made = temporaryRepository();
  made.commit("first\n\nwith a body\n\nRefs: TASK-1");
  made.git("checkout", "--quiet", "-b", "side");
  made.commit("on the side", { side: "1" });
  made.git("checkout", "--quiet", "main");
  made.commit("beside it", { main: "1" });
  made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
  const tree = made.git("write-tree");
  const odd = ODD.map(([headers, message]) => {
    const input = Buffer.from(`tree ${tree}\n${headers.join("\n")}\n\n${message}`, "latin1");
    return made.run(["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], { input }).stdout;
  });
  return { made, tips: ["HEAD", ...odd] };
}

async function lines(repo: Repository, tips: readonly string[]): Promise<readonly CommitLine[]> {
  const found: CommitLine[] = [];
  await startLines(repo, tips).visit((line) => found.push(line));
  return found;
}

/** Blank lines at the end say nothing to anybody. */
function tidy(message: string): string {
  return message.replace(/\n+$/, "");
}

function told(line: CommitLine): unknown {
  const { id, author, authoredAt, committedAt, parents, encoding } = line;
  return {
    id,
    author,
    authoredAt,
    committedAt,
    parents,
    encoding,
    message: tidy(plainMessage(line, line.message)),
  };
}

async function expected(repo: Repository, tips: readonly string[]): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  await walkCommits(repo, tips, (raw) => {
    const { id, authoredAt, committedAt, parents, encoding, message } = raw;
    const author = raw.author.slice(0, raw.author.lastIndexOf(">") + 1);
    const own = { id, author, authoredAt, committedAt, parents: parents.length, encoding };
    found.push({ ...own, message: tidy(tidied(message)) });
  });
  return found;
}

describe("walkLines", () => {
  it.each(["log", "graph"])("gives by %s what the store has, however a commit was written", async (way) => {
    const { made, tips } = oddRepository();
    const config = [
      ...[
        "log.showSignature=true",
        "log.decorate=full",
        "log.mailmap=true",
        "log.date=relative",
        "color.ui=always",
      ],
      ...[
        "format.pretty=oneline",
        "i18n.logOutputEncoding=UTF-16",
        "diff.renames=copies",
        "log.diffMerges=on",
      ],
    ];
    for (const setting of config) {
      const [key = "", value = ""] = setting.split("=");
      made.git("config", key, value);
    }
    made.git("notes", "add", "-m", "a note", "HEAD");
    made.write(".mailmap", "Other <other@example.com> <ada@example.com>\n");
    if (way === "graph") made.git("commit-graph", "write", "--reachable");
    const repo = await open(made);
    const found = await lines(repo, tips);
    expect(found.map(told)).toEqual(await expected(repo, tips));
    expect(found).toHaveLength(4 + ODD.length);
    expect(found.every(({ indented }) => indented === (way === "log"))).toBe(true);
  });

  it("reads sha256 repositories, and nothing where there is nothing", async () => {
    const made = temporaryRepository({ objectFormat: "sha256" });
    made.commit("one");
    made.commit("two\n\nbody");
    const repo = await open(made);
    expect((await lines(repo, ["HEAD"])).map(told)).toEqual(await expected(repo, ["HEAD"]));
    expect(await lines(repo, ["HEAD", "^HEAD"])).toEqual([]);
  });

  it.each(["log", "graph"])("ends by %s with the reader's own error, and with git's", async (way) => {
    const made = temporaryRepository();
    made.commit("one");
    if (way === "graph") made.git("commit-graph", "write", "--reachable");
    const repo = await open(made);
    const failing = () => {
      throw new Error("visitor");
    };
    await expect(startLines(repo, ["HEAD"]).visit(failing)).rejects.toThrow("visitor");
    await expect(startLines(repo, ["nowhere"]).visit(() => undefined)).rejects.toMatchObject({
      code: "repository",
    });
  });
});
