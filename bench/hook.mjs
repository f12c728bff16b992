import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { compare } from "./measure.mjs";
import { commitlint, home } from "./peers.mjs";

const NODE = { name: "node -e 0", argv: [process.execPath, "-e", "0"] };

const task = (number) => `---
id: TASK-${number}
title: Piece of work ${number}
status: In Progress
assignee: []
created_date: '2020-01-05 09:30'
labels: []
dependencies: []
---

## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
Something to do.
<!-- SECTION:DESCRIPTION:END -->
`;

/** A repository with `count` tasks and an index that the engine has compiled. */
function repository(folder, count) {
  const root = join(folder, `tickets-${count}`);
  mkdirSync(join(root, "backlog/tasks"), { recursive: true });
  writeFileSync(
    join(root, "backlog/config.yml"),
    'project_name: "Bench"\nstatuses: ["To Do", "In Progress", "Done"]\n',
  );
  for (let number = 1; number <= count; number++) {
    writeFileSync(join(root, `backlog/tasks/task-${number} - Piece-of-work.md`), task(number));
  }
  const git = (...args) => execFileSync("git", args, { cwd: root, stdio: "ignore" });
  git("init", "-q", "-b", "main");
  git("config", "user.name", "Bench");
  git("config", "user.email", "bench@example.test");
  execFileSync(process.execPath, [join(home, "dist/cli.js"), "init", "--yes"], {
    cwd: root,
    stdio: "ignore",
  });
  // Fingerprints younger than the index are not trusted; a second lets them age.
  execFileSync("sleep", ["1.1"]);
  const message = join(root, ".git/COMMIT_EDITMSG");
  writeFileSync(message, "Cut the start-up (TASK-7)\n\nRead the index at offsets.\n");
  execFileSync("sh", [join(root, ".git/hooks/commit-msg"), message], { cwd: root, stdio: "ignore" });
  return { root, message };
}

function hook(name, { root }, message, env = {}) {
  return {
    name,
    argv: ["sh", join(root, ".git/hooks/commit-msg"), message],
    cwd: root,
    env: { GIT_EDITOR: ":", ...env },
  };
}

export async function benchHook(folder, report) {
  const small = repository(folder, 10_000);
  const accepted = hook("hook", small, small.message);
  report("hook, accepted message, 10,000 tickets : node -e 0", compare(NODE, accepted, 31), "<= 1.25");
  const peer = commitlint(small.root, ["--edit", small.message]);
  report("the same : commitlint", compare(peer, accepted, 9), "<= 0.10");
  report(
    "the same, company CA set : clean node -e 0",
    compare(NODE, withCertificates(folder, small), 21),
    "<= 1.5",
  );
  for (const [name, fill] of Object.entries({
    letters: "A",
    words: "the quick fox ",
    keys: "TASK-7 ",
    hashes: "#1 ",
  })) {
    const file = join(folder, `long-${name}`);
    writeFileSync(file, `Long (TASK-7)\n\n${fill.repeat(Math.ceil(2_000_000 / fill.length))}\n`);
    report(`hook, 2 MB message of ${name} : node -e 0`, compare(NODE, hook(name, small, file), 15), "<= 2.5");
  }
  const large = repository(folder, 100_000);
  report(
    "hook, accepted message, 100,000 tickets : node -e 0",
    compare(NODE, hook("hook", large, large.message), 21),
    "<= 1.5",
  );
}

function withCertificates(folder, repo) {
  const file = join(folder, "company-ca.pem");
  writeFileSync(file, rootCertificates.join("\n"));
  return hook("hook with CA", repo, repo.message, { NODE_EXTRA_CA_CERTS: file });
}
