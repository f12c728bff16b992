import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

/**
 * A command to time. `codes`: exit codes that mean that it did its work.
 * @typedef {{name: string, argv: string[], cwd?: string, env?: Record<string, string>, codes?: number[], before?: () => void}} Command
 */

/** What a machine's own settings add to every start of Node is in no figure. */
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...CLEAN } = process.env;

/** Runs once, from start to exit; milliseconds of wall time. */
export function time(command) {
  command.before?.();
  const [file, ...args] = command.argv;
  const start = performance.now();
  const result = spawnSync(file, args, {
    cwd: command.cwd,
    env: { ...CLEAN, ...command.env },
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
  });
  const wall = performance.now() - start;
  if (result.error) throw result.error;
  if (!(command.codes ?? [0]).includes(result.status)) {
    throw new Error(`${command.name}: exit ${result.status}\n${result.stderr}`);
  }
  return wall;
}

/** Runs base and subject in turn, `rounds` times, and gives the median of the pairwise ratios. */
export function compare(base, subject, rounds) {
  time(base);
  time(subject);
  const ratios = [];
  const bases = [];
  const subjects = [];
  for (let round = 0; round < rounds; round++) {
    const [b, s] = round % 2 === 0 ? [time(base), time(subject)] : [time(subject), time(base)].reverse();
    bases.push(b);
    subjects.push(s);
    ratios.push(s / b);
  }
  return { ratio: median(ratios), base: median(bases), subject: median(subjects), rounds };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Peak memory of one run of a Node program, as its own operating system counts it, in MiB. Children are not in it. */
export function peakMemory(command) {
  const folder = mkdtempSync(join(tmpdir(), "golden-thread-rss-"));
  try {
    const file = join(folder, "rss");
    const preload = new URL("./peak-memory.cjs", import.meta.url).pathname;
    const [node, ...args] = command.argv;
    time({
      ...command,
      argv: [node, "--require", preload, ...args],
      env: { ...command.env, GOLDEN_THREAD_BENCH_RSS: file },
    });
    return Number(readFileSync(file, "utf8")) / 1024;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
