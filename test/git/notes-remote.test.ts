import { beforeEach, describe, expect, test } from "vitest";
import { refusedPush } from "../../src/action/refused-push.ts";
import { Fault } from "../../src/core/fault.ts";
import { fetchRef } from "../../src/git/ledger-ref.ts";
import { addNote, lastNote } from "../../src/git/notes.ts";
import { fetchNotes, pushNotes } from "../../src/git/notes-remote.ts";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { type TemporaryRepository, temporaryRepository } from "./repo.ts";

const REF = "refs/notes/golden-thread";
const POSER = `refs/heads/${REF}`;
const at = { ref: REF, remote: "origin" };
let bare: TemporaryRepository;
let clone: TemporaryRepository;
let repo: Repository;
let commit: string;
beforeEach(async () => {
  bare = temporaryRepository({ bare: true, folder: "bare.git" });
  clone = temporaryRepository();
  clone.git("remote", "add", "origin", bare.root);
  commit = clone.commit("Begin");
  clone.git("push", "--quiet", "origin", `HEAD:${POSER}`);
  repo = await openRepository(openGit({ cwd: clone.root, env: clone.env }));
});

const add = (before: string | null, line: string) => addNote(repo, { ref: REF, before, commit }, line);

describe("a branch that is called like the ref of records", () => {
  test("is fetched in its place, where the remote has none and where it has one", async () => {
    expect(await fetchRef(repo, REF)).toBe(false);
    expect(await fetchNotes(repo, at)).toBeNull();
    expect(clone.run(["show-ref", "--verify", REF]).code).not.toBe(0);
    expect(await add(null, '{"seq":1}\n')).toBe(true);
    const tip = clone.git("rev-parse", REF);
    clone.git("push", "--quiet", bare.root, `${REF}*:${REF}*`);
    clone.git("update-ref", REF, commit);
    expect(await fetchNotes(repo, at)).toBe(tip);
    expect(await lastNote(repo, REF)).toEqual({ commit: tip, text: '{"seq":1}\n' });
  });

  test("is what a record goes behind, once it is here as a tag", async () => {
    clone.git("update-ref", `refs/tags/${REF}`, commit);
    expect(await lastNote(repo, REF)).toBeNull();
  });

  test("keeps records out, and nobody says why", async () => {
    await add(null, '{"seq":1}\n');
    const refused = pushNotes(repo, { ...at, before: null });
    await expect(refused).rejects.toMatchObject({ code: "git", fix: expect.stringContaining(POSER) });
    expect(bare.git("rev-parse", POSER)).toBe(commit);
  });
});

test("records that a rule of the remote refuses are told without a fix, or as a mistake of git's", async () => {
  bare.git("update-ref", "-d", POSER);
  bare.hook("pre-receive", "#!/bin/sh\nexit 1\n");
  await add(null, '{"seq":1}\n');
  const what = "The records were not taken";
  const refused = () => pushNotes(repo, { ...at, before: null });
  const fix = `let the job's token write ${REF}, or name another ref in evidence.notes`;
  await expect(refused()).rejects.toMatchObject({ code: "git", fix });
  await expect(refused().catch(refusedPush(what))).rejects.toMatchObject({ code: "forbidden", fix });
  // Who came second was not forbidden anything.
  const late = "! [remote rejected] main -> main (cannot lock ref 'refs/heads/main': is at 1 but expected 2)";
  const race = new Fault("git", "Not pushed.", { found: late });
  expect(() => refusedPush(what)(race)).toThrow(race);
});
