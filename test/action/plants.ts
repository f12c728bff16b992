import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../git/repo.ts";

/** Hooks that git may run while it reads, fetches or writes. */
const HOOKS = [
  ...["reference-transaction", "post-checkout", "post-index-change", "fsmonitor-watchman", "pre-auto-gc"],
  ...["post-merge", "pre-push", "post-rewrite", "commit-msg", "pre-commit"],
];

/** Settings that name a program; `%` stands for it. */
const PROGRAMS = `[core]
  fsmonitor = %
  hooksPath = HOOKS
  sshCommand = %
  askPass = %
  pager = %
  editor = %
  gitProxy = %
  alternateRefsCommand = %
[credential]
  helper = %
[diff]
  external = %
[diff "any"]
  textconv = %
  command = %
[filter "any"]
  smudge = %
  clean = %
  process = %
  required = true
[gpg]
  program = %
[gpg "ssh"]
  program = %
[log]
  showSignature = true
[protocol "ext"]
  allow = always
[remote "golden-thread"]
  uploadpack = %
[uploadpack]
  packObjectsHook = %
[gc]
  recentObjectsHook = %
[trailer "any"]
  command = %
[merge "any"]
  driver = %
[interactive]
  diffFilter = %
`;

/** Every way in which a work tree and its clone can name a program that git would start. */
export interface Plants {
  /** Files of a head, whoever checks it out. */
  readonly files: Readonly<Record<string, string>>;
  /** Writes the rest into a clone, as a step before could. `origin`: what is fetched from, if a program is to stand in for that too. */
  plant(workspace: string, origin: string | null): void;
  /** What was started, and how. */
  ran(): string;
}

/** Plants whose programs write down that they ran. */
export function openPlants(): Plants {
  const folder = temporaryFolder();
  const [log, program] = [join(folder, "log"), join(folder, "planted")];
  const script = `#!/bin/sh\necho "$0 $@" >> '${log}'\nexit 0\n`;
  const written = (file: string) => {
    writeFileSync(file, script);
    chmodSync(file, 0o755);
  };
  written(program);
  const hooks = (into: string) => {
    mkdirSync(into, { recursive: true });
    for (const name of HOOKS) written(join(into, name));
  };
  hooks(join(folder, "hooks"));
  const settings = PROGRAMS.replaceAll("%", program).replaceAll("HOOKS", join(folder, "hooks"));
  writeFileSync(join(folder, "included"), settings);
  return {
    files: {
      ".gitattributes": "* filter=any diff=any merge=any\n",
      ".gitconfig": settings,
      ".gitmodules": `[submodule "x"]\n\tpath = x\n\turl = ext::${program}\n\tupdate = !${program}\n`,
      ".githooks/pre-commit": script,
      "package.json": JSON.stringify({ scripts: { preinstall: program, prepare: program } }),
      "node_modules/zod/index.js": `require("fs").appendFileSync(${JSON.stringify(log)}, "zod\\n");\n`,
    },
    plant(workspace, origin) {
      const file = join(workspace, ".git/config");
      const include = join(folder, "included");
      const more = [
        `[includeIf "gitdir:**"]\n  path = ${include}\n`,
        ...(origin === null ? [] : [`[url "ext::${program} "]\n  insteadOf = ${origin}\n`]),
        "[extensions]\n  worktreeConfig = true\n",
      ];
      writeFileSync(file, `${readFileSync(file, "utf8")}${settings}${more.join("")}`);
      writeFileSync(join(workspace, ".git/config.worktree"), settings);
      hooks(join(workspace, ".git/hooks"));
      mkdirSync(join(workspace, ".git/objects/info"), { recursive: true });
      writeFileSync(join(workspace, ".git/objects/info/alternates"), "/nowhere/objects\n");
    },
    ran: () => (existsSync(log) ? readFileSync(log, "utf8") : ""),
  };
}
