import type { Readable, Writable } from "node:stream";
import { Fault } from "../core/fault.js";
import { type Env } from "./env.js";
/** What one git child left behind. */
export interface GitResult {
    readonly code: number;
    readonly stdout: Buffer;
    readonly stderr: string;
}
/** How one child is run to its end. */
export interface RunOptions {
    readonly input?: string | Uint8Array;
    /** Exit codes that are answers; any other throws. Default: 0 alone. */
    readonly codes?: readonly number[];
    /** Most bytes of standard output; above it the child is killed and a Fault thrown. */
    readonly limit?: number;
}
/** How a child is started whose output is read as it comes. */
export interface StreamOptions {
    /** `pipe`: write to `stdin`. A stream of another child is handed over as it is, without this process between. */
    readonly stdin?: "ignore" | "pipe" | Readable;
    readonly codes?: readonly number[];
}
/** A running git child. Whoever starts one awaits `done`, which also tells how it failed. */
export interface GitStream {
    readonly stdin: Writable | null;
    readonly stdout: Readable;
    /** Settles once the child is gone: its exit code, or the Fault that says what git said. */
    readonly done: Promise<number>;
    /** Ends the child early; `done` then settles without a Fault. */
    kill(): void;
    /** Whether this process waits for the child before it ends; at first it does. */
    hold(on: boolean): void;
}
/** Runs git in one folder. Arguments are an array and never pass a shell. */
export interface Git {
    readonly cwd: string;
    /** The environment as it was inherited, before golden-thread's own additions. */
    readonly env: Env;
    run(args: readonly string[], options?: RunOptions): Promise<GitResult>;
    /** Standard output as UTF-8 without its last line break. */
    text(args: readonly string[], options?: RunOptions): Promise<string>;
    spawn(args: readonly string[], options?: StreamOptions): GitStream;
    /** The same with more of an environment. */
    withEnv(env: Env): Git;
}
/** Where git runs, and with what. */
export interface GitOptions {
    readonly cwd: string;
    readonly env: Env;
    /** Kills every running child; what was asked then rejects with the signal's reason. */
    readonly signal?: AbortSignal;
}
/** Opens git for one folder and environment; starts nothing yet. */
export declare function openGit(options: GitOptions): Git;
/** Turns a failed child into the Fault that names its cause; git's words stand in `found`. */
export declare function failure(args: readonly string[], code: number, stderr: string, cwd: string): Fault;
