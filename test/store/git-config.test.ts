import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { configState } from "../../src/store/git-config.ts";
import { type TemporaryRepository, temporaryRepository } from "../git/repo.ts";

/** Configuration comes from files alone, as where an index is compiled. */
async function stateOf(repository: TemporaryRepository) {
  const { GIT_CONFIG_NOSYSTEM: _, GIT_CONFIG_GLOBAL: __, ...env } = repository.env;
  const repo = await openRepository(openGit({ cwd: repository.root, env }));
  return configState(repo, env);
}

describe("every file that git reads, or would read, is named", () => {
  test("the repository's, the user's, the system's", async () => {
    const repository = temporaryRepository();
    const home = repository.env.HOME ?? "";
    const { files, slow, comment } = await stateOf(repository);
    expect(files).toEqual(
      expect.arrayContaining([
        repository.path(".git/config"),
        repository.path(".git/config.worktree"),
        join(home, ".gitconfig"),
        join(home, ".config", "git", "config"),
        "/etc/gitconfig",
      ]),
    );
    expect({ slow, comment }).toEqual({ slow: null, comment: "#" });
  });

  test("included ones, also conditional and absent ones", async () => {
    const repository = temporaryRepository();
    repository.git("config", "include.path", "../absent.inc");
    repository.git("config", "includeIf.gitdir:/nowhere/.path", "~/other.inc");
    repository.write("there.inc", "[include]\n\tpath = deeper.inc\n");
    repository.git("config", "--add", "include.path", repository.path("there.inc"));
    const { files, slow } = await stateOf(repository);
    const home = repository.env.HOME ?? "";
    const wanted = [
      repository.path("absent.inc"),
      join(home, "other.inc"),
      repository.path("there.inc"),
      repository.path("deeper.inc"),
    ];
    expect(files).toEqual(expect.arrayContaining(wanted));
    expect(slow).toBeNull();
  });
});

describe("what only git can foresee is left to the engine", () => {
  test.each([
    ["core.commentChar", ";", null, ";"],
    ["core.commentChar", "auto", "core.commentChar", "auto"],
    ["core.commentChar", "T", "core.commentChar", "T"],
    ["core.commentString", "//", "core.commentString", "#"],
    ["core.commentString", "#", null, "#"],
    ["commit.cleanup", "verbatim", "commit.cleanup", "#"],
    ["commit.cleanup", "scissors", null, "#"],
    ["i18n.commitEncoding", "latin1", "i18n.commitEncoding", "#"],
    ["i18n.commitEncoding", "UTF-8", null, "#"],
    ["includeIf.onbranch:main.path", "x", "configuration by branch", "#"],
    ["include.path", "~somebody/x", "an included configuration file", "#"],
  ])("%s=%s", async (key, value, slow, comment) => {
    const repository = temporaryRepository();
    // git itself resolves another user's folder, so such an include stands where it is not followed.
    if (value.startsWith("~somebody")) repository.git("config", "includeIf.gitdir:/nowhere/.path", value);
    else repository.git("config", key, value);
    expect(await stateOf(repository)).toMatchObject({ slow, comment });
  });
});
