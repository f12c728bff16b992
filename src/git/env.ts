import { devNull } from "node:os";

/** Environment variables as they were inherited. */
export type Env = Readonly<Record<string, string | undefined>>;

/**
 * What a child is started with: the inherited environment (a hook's GIT_DIR and GIT_INDEX_FILE are how git says which
 * commit is meant), Node's own variables put back as they were before the hook moved them away, and settings that make
 * git's answers those of the object store alone, in English, without a question on the terminal.
 */
export function childEnv(env: Env): Record<string, string | undefined> {
  const { GOLDEN_THREAD_CA_CERTS, GOLDEN_THREAD_NODE_OPTIONS, ...inherited } = env;
  return {
    ...inherited,
    ...(GOLDEN_THREAD_CA_CERTS ? { NODE_EXTRA_CA_CERTS: GOLDEN_THREAD_CA_CERTS } : {}),
    ...(GOLDEN_THREAD_NODE_OPTIONS ? { NODE_OPTIONS: GOLDEN_THREAD_NODE_OPTIONS } : {}),
    LC_ALL: "C",
    // No refresh of the index while another git works on it.
    GIT_OPTIONAL_LOCKS: "0",
    // A path is a path, never a pattern.
    GIT_LITERAL_PATHSPECS: "1",
    // git takes none of these beside it.
    GIT_GLOB_PATHSPECS: undefined,
    GIT_NOGLOB_PATHSPECS: undefined,
    GIT_ICASE_PATHSPECS: undefined,
    // A replace ref would show another commit under an audited id, a graft other parents.
    GIT_NO_REPLACE_OBJECTS: "1",
    // Below a file there is nothing: git is silent about that, and warns of any file that it finds.
    GIT_GRAFT_FILE: `${devNull}/none`,
    // Lists of ids are written a block at a time, not a line.
    GIT_FLUSH: "0",
    // A fetch that a partial clone starts must fail rather than ask.
    GIT_TERMINAL_PROMPT: "0",
  };
}
