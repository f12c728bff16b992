import type { OwnCommand } from "./command.ts";

const manual: OwnCommand["manual"] = {
  name: "hook",
  summary: "what the installed git hooks call",
  forms: [
    "commit-msg FILE",
    "prepare-commit-msg FILE [SOURCE [COMMIT]]",
    "pre-commit",
    "pre-push REMOTE URL",
    "pre-receive",
    "update REF OLD NEW",
    "post-receive",
  ],
  details:
    "Called by git, with git's own arguments and standard input (githooks(5)). commit-msg judges the message in FILE as git will store it, and is silent about what it accepts. A rejected message is kept, and " +
    "the command that takes it up again is printed. pre-push and pre-receive judge the commits that the other side does not have. With GOLDEN_THREAD_FORMAT=json the answer is JSON. " +
    "git commit --no-verify passes the hook by; pre-push, pre-receive and golden-thread check range find such commits.",
  options: [],
  examples: [
    {
      run: 'echo "Count attempts (TASK-1)" > msg && golden-thread hook commit-msg msg',
      does: "accepts, and says nothing",
      exit: 0,
    },
    {
      run: 'echo "Fix the login" > msg && golden-thread hook commit-msg msg',
      does: "rejects, and says how to go on",
      exit: 1,
    },
    { run: "golden-thread hook pre-push origin URL </dev/null", does: "has nothing to judge", exit: 0 },
    { run: "golden-thread hook commit-mesg msg", does: "says which hook was meant", exit: 2 },
  ],
};

/** `hook`: hands on to the door that the installed hooks use. */
export const command: OwnCommand = {
  manual,
  own: async (io, world) => (await import("../hook/main.ts")).hook(world, io.args),
};
