import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";

/**
 * Makes a folder hold exactly these files. Nothing is touched before everything is built, unchanged files keep their
 * times, and each change is a rename: a hook that runs meanwhile never reads half a file. Answers how many changed.
 */
export function syncFolder(folder, files, executable) {
  let changed = 0;
  for (const [name, text] of files) {
    if (put(join(folder, name), text, executable.has(name))) changed += 1;
  }
  for (const stale of filesBelow(folder).filter((name) => !files.has(name))) {
    rmSync(join(folder, stale));
    changed += 1;
  }
  return changed;
}

function put(path, text, executable) {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return false;
  mkdirSync(dirname(path), { recursive: true });
  const staged = `${path}.${process.pid}.tmp`;
  writeFileSync(staged, text);
  if (executable) chmodSync(staged, 0o755);
  renameSync(staged, path);
  return true;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    );
}
