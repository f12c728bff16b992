import type { ClientHook } from "../core/hook-names.ts";

/** How every script of ours begins; whatever begins otherwise is somebody else's. */
export const MARK = "#!/bin/sh\n# golden-thread: ";

/** The script that runs the hook that was there before, then ours. git ignores a hook that is not executable, and so does this. */
export function chainText(name: ClientHook): string {
  const head = `${MARK}runs the hook that stood here before, then the gate.\nbefore="\${0%/*}/${name}.before-golden-thread"\n`;
  return name === "pre-push" ? `${head}${BOTH}` : `${head}${chained(name)}`;
}

function chained(name: ClientHook): string {
  return `[ ! -x "$before" ] || "$before" "$@" || exit
exec "\${0%/*}/${name}.golden-thread" "$@"
`;
}

/** git tells on standard input what is pushed, and each of the two wants to read all of it. */
const BOTH = `gate="\${0%/*}/pre-push.golden-thread"
[ -x "$before" ] || exec "$gate" "$@"
pushed=$(cat; echo .)
printf '%s' "\${pushed%.}" 2>/dev/null | "$before" "$@" || exit
printf '%s' "\${pushed%.}" 2>/dev/null | "$gate" "$@"
`;
