import { existsSync } from "node:fs";
import { copyOf, type TemporaryRepository, temporaryRepository } from "../git/repo.ts";
import { type Guarded, guarded, guardedRepository, installHook } from "./guarded.ts";

interface Connected {
  readonly here: Guarded;
  readonly there: TemporaryRepository;
}

/** What was made in this test file. */
const made: { original: Connected | null } = { original: null };

/** A work tree with every client hook, and a bare repository with every server's hook that it has pushed to. */
export function connected(): Connected {
  if (made.original === null || !existsSync(made.original.here.root)) made.original = connect();
  const { root, env } = copyOf(made.original.here, 1);
  const [here, there] = [guarded(root, env, 1), copyOf(made.original.there, 0)];
  here.git("remote", "set-url", "origin", there.root);
  return { here, there };
}

function connect(): Connected {
  const here = guardedRepository();
  const there = temporaryRepository({ bare: true });
  here.git("remote", "add", "origin", there.root);
  here.git("push", "--quiet", "origin", "main");
  installHook(here, "pre-push");
  installHook(there, "pre-receive");
  installHook(there, "post-receive");
  return { here, there };
}
