/** Environment variables as they were inherited. */
export type Env = Readonly<Record<string, string | undefined>>;
/**
 * What a child is started with: the inherited environment (a hook's GIT_DIR and GIT_INDEX_FILE are how git says which
 * commit is meant), Node's own variables put back as they were before the hook moved them away, and settings that make
 * git's answers those of the object store alone, in English, without a question on the terminal.
 */
export declare function childEnv(env: Env): Record<string, string | undefined>;
