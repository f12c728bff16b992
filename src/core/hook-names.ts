/** Hooks of a work tree, by git's names (githooks(5)); what `init` installs. */
export const CLIENT_HOOKS = ["commit-msg", "prepare-commit-msg", "pre-commit", "pre-push"] as const;

/** Hooks of a repository that takes pushes. */
export const SERVER_HOOKS = ["pre-receive", "update", "post-receive"] as const;

/** Every hook that golden-thread answers; `hooks/` has a script for each. */
export const HOOK_NAMES = [...CLIENT_HOOKS, ...SERVER_HOOKS] as const;

/** One of them. */
export type HookName = (typeof HOOK_NAMES)[number];

/** The name of a hook that `init` installs. */
export type ClientHook = (typeof CLIENT_HOOKS)[number];
