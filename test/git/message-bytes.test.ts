import { describe, expect, it } from "vitest";
import { MESSAGE_LIMIT, storedMessage } from "../../src/git/message-file.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { temporaryRepository } from "./repo.ts";

describe("a message file", () => {
  const tell = async (content: string | Uint8Array, ...config: readonly (readonly [string, string])[]) => {
    const made = temporaryRepository();
    for (const [key, value] of config) made.git("config", key, value);
    made.write("message", content);
    return storedMessage(await openRepository(openGit({ cwd: made.root, env: made.env })), "message", {});
  };

  it("keeps a byte order mark, and drops carriage returns, as git does", async () => {
    expect((await tell("\ufeff#1 x\r\n\r\n# comment\r\nbody\r\n")).text).toBe("\ufeff#1 x\n\nbody\n");
  });

  it("does not see scissors behind a carriage return: git does not either", async () => {
    const crlf =
      "x\r\n# ------------------------ >8 ------------------------\r\n# Do not modify\r\nTASK-1\r\n";
    expect((await tell(crlf, ["commit.cleanup", "scissors"])).text).toContain("TASK-1");
  });

  it("is read in the encoding that git will name in the commit", async () => {
    expect((await tell(Buffer.from("Größe", "latin1"), ["i18n.commitEncoding", "ISO-8859-1"])).text).toBe(
      "Größe\n",
    );
    expect((await tell(Buffer.from("Größe", "latin1"))).text).toBe("Gr\ufffd\ufffde\n");
  });

  it("knows that this git takes the last of the comment settings that it knows", async () => {
    const configs = [
      ["core.commentChar", ";"],
      ["core.commentString", "//"],
    ] as const;
    const made = temporaryRepository();
    for (const [key, value] of configs) made.git("config", key, value);
    const stored = made.run(["stripspace", "-s"], { input: "// one\n; two\n# three\n" }).stdout;
    expect((await tell("// one\n; two\n# three\n", ...configs)).text).toBe(`${stored}\n`);
  });

  it("may be empty, or nothing but comments", async () => {
    expect(await tell("")).toMatchObject({ text: "", certain: true });
    expect(await tell("# a\n# b\n\n")).toMatchObject({ text: "" });
  });

  it("of any size counts down to the scissors, and above the limit is refused", async () => {
    const diff = Buffer.alloc(50 * 1024 * 1024, "+TASK-9\n");
    const head =
      "subject\n# ------------------------ >8 ------------------------\n# Do not modify\ndiff --git\n";
    expect((await tell(Buffer.concat([Buffer.from(head), diff]))).text).toBe("subject\n");
    await expect(tell(diff)).rejects.toMatchObject({
      code: "storage",
      found: expect.stringContaining("message"),
    });
    expect((await tell(diff.subarray(0, MESSAGE_LIMIT))).text.length).toBe(MESSAGE_LIMIT);
  });

  it("that is not there, or is no file, is a clear fault", async () => {
    const made = temporaryRepository();
    const repo = await openRepository(openGit({ cwd: made.root, env: made.env }));
    await expect(storedMessage(repo, "absent")).rejects.toMatchObject({
      code: "usage",
      found: made.path("absent"),
    });
    await expect(storedMessage(repo, ".")).rejects.toMatchObject({
      code: "usage",
      found: expect.stringContaining("a folder: "),
      wanted: expect.any(String),
      fix: expect.any(String),
    });
  });
});
