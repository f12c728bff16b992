import { Fault } from "../core/fault.ts";

/**
 * Does what only helps people. Where the token may not, or the forge does not answer, that is noted with the permission that it takes
 * and costs nothing else; null: it was not done.
 */
export async function attempt<T>(
  notes: string[],
  what: string,
  permission: string,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code === "internal") throw thrown;
    const isRefused = thrown.code === "forbidden" || thrown.code === "credentials";
    notes.push(
      isRefused
        ? `Not done: ${what}. The token may not: give the job \`permissions: ${permission}\`.`
        : `Not done: ${what}. ${thrown.message}${thrown.found === undefined ? "" : ` (${thrown.found})`}`,
    );
    return null;
  }
}
