import { isObjectId } from "../core/object-id.ts";
import type { Repository } from "./repository.ts";

/** A fixup that lies further behind than this was not meant for the branch it stands on. */
const REACH = 2000;

/**
 * The ancestor that `git rebase --autosquash` would melt a `fixup!` into: the nearest one with that subject, else the one
 * with that id, else the nearest whose subject begins so (git-rebase, `--autosquash`). `from`: where to begin looking.
 */
export async function squashTarget(repo: Repository, from: string, named: string): Promise<string | null> {
  const log = repo.git.spawn([
    ...["-c", "i18n.logOutputEncoding=UTF-8", "log", "-z", "--format=%H %s", "--no-show-signature"],
    ...[`--max-count=${REACH}`, "--no-patch", "--end-of-options", from, "--"],
  ]);
  const search = openSearch(named);
  let rest = "";
  log.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const entries = (rest + chunk).split("\0");
    rest = entries.pop() ?? "";
    if (entries.some((entry) => search.found(entry))) log.kill();
  });
  await log.done;
  return search.best();
}

interface Search {
  /** Whether nothing better can come. */
  found(entry: string): boolean;
  best(): string | null;
}

function openSearch(named: string): Search {
  const isId = /^[0-9a-f]{7,64}$/.test(named);
  let exact: string | null = null;
  let byId: string | null = null;
  let begins: string | null = null;
  return {
    found(entry) {
      const space = entry.indexOf(" ");
      const id = entry.slice(0, space);
      const subject = entry.slice(space + 1);
      if (!isObjectId(id) || exact !== null) return exact !== null;
      if (subject === named) exact = id;
      else if (isId && id.startsWith(named)) byId ??= id;
      else if (subject.startsWith(named)) begins ??= id;
      return exact !== null;
    },
    best: () => exact ?? byId ?? begins,
  };
}
