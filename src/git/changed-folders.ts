import type { Repository } from "./repository.ts";

/** The mode of a folder, as a raw diff writes it. */
const FOLDER = "040000";

/** `:<old mode> <new mode>`, in bytes. */
const MODES = 14;

const COLON = 58;

/** Ids written at once; the pipe is waited for between. */
const AT_ONCE = 500;

/**
 * The folders in which each commit changed something against its first parent, cut to `depth` levels; `.` is the root.
 * Commits without a change are not visited. At depth 1 git compares root trees alone, which is what makes it quick.
 */
export async function changedFolders(
  repo: Repository,
  ids: readonly string[],
  depth: number,
  visit: (id: string, folders: ReadonlySet<string>) => void,
): Promise<void> {
  if (ids.length === 0) return;
  const deep = depth > 1 ? ["-r"] : [];
  const same = ["--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--ignore-submodules=none"];
  const args = ["diff-tree", "--stdin", "--root", "--diff-merges=first-parent", ...deep, ...same];
  const child = repo.git.spawn(args, { stdin: "pipe" });
  const reader = readFolders(depth, visit);
  child.stdout.on("data", reader.push);
  const { stdin } = child;
  for (let at = 0; stdin !== null && at < ids.length; at += AT_ONCE) {
    const more = stdin.write(`${ids.slice(at, at + AT_ONCE).join("\n")}\n`);
    if (!more && stdin.writable)
      await Promise.race([new Promise((done) => stdin.once("drain", done)), child.done]);
  }
  stdin?.end();
  await child.done;
  reader.end();
}

/** Reads `<commit>`, then pairs of `:<modes> <ids> <status>` and path, each ended by NUL, from chunks of any size. */
function readFolders(depth: number, visit: (id: string, folders: ReadonlySet<string>) => void) {
  let rest: Buffer = Buffer.alloc(0);
  let id = "";
  let isFolder: boolean | null = null;
  let folders = new Set<string>();
  const end = (): void => {
    if (id !== "") visit(id, folders);
    folders = new Set();
  };
  const take = (data: Buffer, start: number, stop: number): void => {
    if (isFolder !== null) {
      folders.add(folderOf(data.toString("utf8", start, stop), isFolder, depth));
      isFolder = null;
    } else if (data[start] === COLON) {
      // Old and new mode; the ids behind them are most of the bytes, and nobody asks for them.
      isFolder = data.toString("latin1", start + 1, start + MODES).includes(FOLDER);
    } else {
      end();
      id = data.toString("latin1", start, stop).trim();
    }
  };
  const push = (chunk: Buffer): void => {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (let stop = data.indexOf(0); stop >= 0; stop = data.indexOf(0, at)) {
      take(data, at, stop);
      at = stop + 1;
    }
    rest = data.subarray(at);
  };
  return { push, end };
}

function folderOf(path: string, isFolder: boolean, depth: number): string {
  const parts = path.split("/");
  const folders = isFolder ? parts : parts.slice(0, -1);
  return folders.length === 0 ? "." : folders.slice(0, depth).join("/");
}
