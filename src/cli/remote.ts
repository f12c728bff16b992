import type { World } from "../core/ports.ts";
import { exitCode, faultExitCode } from "../core/verdict.ts";
import type { RemoteStatus } from "../remotes.ts";
import { json, terminal } from "../reports/escape.ts";
import type { WordsCommand } from "./command.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { remotesText } from "./remote-text.ts";
import { SAFE_OPTIONS } from "./safe-terms.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "remote",
  summary: "say which trackers can be asked; tie tasks to their tickets",
  forms: [
    "check [NAME...] [--json]",
    "trust [ORIGIN] [--remove]",
    "pull TICKET... | --assigned [--state STATE]... [--remote NAME] [--format FORMAT] [--start] [--dry-run] [--json]",
    "link TASK TICKET [--force] [--json]",
    "unlink TASK [--json]",
    "open TASK|TICKET [--print]",
    "status [TASK...] [--local] [--json]",
    "sync [TASK...] [--all] [--strategy FIELD=HOW]... [--write] [--yes] [--dry-run] [--json]",
    "log [verify] [--json]",
  ],
  details:
    "check asks every remote of the policy who we are there: reachable or not, whose token it is and where it was found, " +
    "what it may do where the vendor tells (GitHub, GitLab), how many requests are left. The token itself is never shown. Tokens come from the environment, the " +
    "vendor's command line, git's credential helpers or the keychain. They are sent to the vendors' own services; a server " +
    "of your own is confirmed with trust, which is kept in your git configuration, where no branch can change it. " +
    "pull makes a task file of a ticket, once; link and unlink tie a task that is there to one; open shows the ticket's page; " +
    "status says which tasks and tickets have grown apart since they last agreed: → changed here, ← changed there, ↔ both. " +
    "sync brings tasks and their tickets together: what changed in the ticket comes into the task file, and with --write what changed in " +
    "the file goes to the ticket. What both changed and nobody settled stays, is shown, and gives exit code 1. " +
    "log shows what was written from here; verify follows the record's chain. " +
    "Exit code 2: a token is missing or refused; 3: a tracker gave no answer.",
  options: [
    { name: "all", does: "sync: completed and archived tasks too" },
    {
      name: "strategy",
      value: "FIELD=HOW",
      values: [
        "local",
        "remote",
        "prompt",
        "merge",
        "title=",
        "description=",
        "status=",
        "assignees=",
        "labels=",
      ],
      does: "sync: what counts where both sides changed a field: local, remote, prompt, or merge (default); may be repeated",
    },
    { name: "write", does: "sync: change the tickets too" },
    { name: "remove", does: "trust: let no token go there any more" },
    { name: "assigned", does: "pull: the tickets that are assigned to you" },
    { name: "state", value: "STATE", does: "pull: of these states alone; open and in_progress by default" },
    { name: "remote", value: "NAME", does: "pull: of this remote alone" },
    { name: "format", value: "FORMAT", does: "pull: write backlogmd or toolkit files" },
    { name: "start", does: "pull: move the tickets to what is in progress, upstream" },
    { name: "force", does: "link: replace another link" },
    { name: "print", does: "open: print the address, and open nothing" },
    { name: "local", does: "status: ask no tracker" },
    ...SAFE_OPTIONS,
    { name: "json", does: "answer as JSON" },
  ],
  examples: [
    { run: "golden-thread remote check", does: "every remote of the policy", exit: 0 },
    { run: "golden-thread remote check nowhere", does: "says which remotes there are", exit: 2 },
    {
      run: "golden-thread remote trust https://jira.example.com",
      does: "lets tokens go to a server of your own",
      exit: 0,
    },
    {
      run: "golden-thread remote status --local",
      does: "tasks and their tickets, as far as this repository tells",
      exit: 0,
    },
    { run: "golden-thread remote log verify", does: "nothing was written here yet", exit: 0 },
    { run: "golden-thread remote trust", does: "lists the servers that were confirmed", exit: 0 },
  ],
};

async function run(words: Words, io: Io, world: World): Promise<number> {
  const [action, ...rest] = words.positionals;
  switch (action) {
    case "check":
      return check(words, rest, io, world);
    case "trust":
      return trust(words, rest, io, world);
    case "pull":
      return (await import("./remote-pull.ts")).remotePull(words, rest, io, world);
    case "link":
      return (await import("./remote-link.ts")).remoteLink(words, rest, io, world);
    case "unlink":
      return (await import("./remote-link.ts")).remoteUnlink(words, rest, io, world);
    case "open":
      return (await import("./remote-open.ts")).remoteOpen(words, rest, io, world);
    case "status":
      return (await import("./remote-status.ts")).remoteStatus(words, rest, io, world);
    case "sync":
      return (await import("./remote-sync.ts")).remoteSync(words, rest, io, world);
    case "log":
      return (await import("./remote-log.ts")).remoteLog(words, rest, world);
    default:
      throw usage(manual, action === undefined ? "What about remotes?" : "remote can't do this.", {
        ...(action === undefined ? {} : { found: action }),
        wanted: "check, trust, pull, link, unlink, open, status, sync or log",
      });
  }
}

async function check(words: Words, names: readonly string[], io: Io, world: World): Promise<number> {
  if (words.has("remove")) throw usage(manual, "remote check removes nothing.", { found: "--remove" });
  const { checkRemotes } = await import("../remotes.ts");
  const remotes = await checkRemotes(world, names);
  io.stdout.write(
    words.has("json")
      ? `${json({ ...envelope("remote-check"), remotes })}\n`
      : remotesText(remotes, io.stdout),
  );
  return codeOf(remotes);
}

/** What the user can mend comes before what only time does. */
function codeOf(remotes: readonly RemoteStatus[]): number {
  const outcomes = new Set(remotes.map(({ outcome }) => outcome));
  if (outcomes.has("credentials") || outcomes.has("forbidden")) return faultExitCode("credentials");
  return outcomes.has("unavailable") ? faultExitCode("unavailable") : exitCode("pass");
}

async function trust(
  words: Words,
  [address, ...more]: readonly string[],
  io: Io,
  world: World,
): Promise<number> {
  if (more.length > 0 || (address === undefined && words.has("remove")))
    throw usage(manual, "remote trust takes one origin.", {
      found: [address, ...more].filter(Boolean).join(" ") || "none",
      wanted: "https:// and a host",
    });
  const { listTrust, setTrust } = await import("../remotes.ts");
  const origin = address === undefined ? null : await setTrust(world, address, !words.has("remove"));
  const origins = await listTrust(world);
  if (words.has("json")) io.stdout.write(`${json({ ...envelope("remote-trust"), origins })}\n`);
  else io.stdout.write(trustText(origin, words.has("remove"), origins));
  return exitCode("pass");
}

function trustText(origin: string | null, removed: boolean, origins: readonly string[]): string {
  if (origin !== null)
    return removed
      ? `No token goes to ${terminal(origin)} any more.\n`
      : `Tokens may go to ${terminal(origin)} from now on. Take it back with: golden-thread remote trust --remove ${terminal(origin)}\n`;
  if (origins.length === 0) return "Tokens go to the vendors' own services alone.\n";
  return `${origins.map((one) => terminal(one)).join("\n")}\n`;
}

/** `remote`: what can be asked, and by what right. */
export const command = { manual, run } satisfies WordsCommand;
