import type { Patience } from "./tracker.js";
/** How much time there is: a person waits at a hook, a push is cut off by its server, a command shows progress, a job of CI reads what no clone holds, and a listing of every ticket may take an hour. */
export type Haste = "hook" | "server" | "command" | "job" | "listing";
/** A pre-receive hook has to answer within five seconds, reading the push included; GitHub Enterprise cuts it off there. */
export declare const PATIENCE: Readonly<Record<Haste, Patience>>;
