import { Fault } from "../core/fault.ts";

/** Throws Fault("usage") for a text that a forge would refuse or cut. `what`: how people name it. */
export function withinLimit(
  remote: string,
  what: string,
  { text, most }: { text: string; most: number },
): void {
  if (text.length <= most) return;
  throw new Fault("usage", `${remote} does not take ${what} that long.`, {
    found: `${text.length} characters`,
    wanted: `at most ${most}`,
  });
}

/** One line, shortened to what a forge shows. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
