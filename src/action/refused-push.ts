import { Fault } from "../core/fault.ts";

/** What a server says that lets nobody in (403 of the address), and what it says of a ref that it does not take: by a rule, or by a hook. */
const REFUSALS =
  /\b403\b|\[remote rejected\](?!.*\((?:cannot lock ref|failed to update ref|incorrect old value))/;

/** A server's refusal to be pushed to, in the words of workflows; whatever else it was is thrown as it is. `what` failed. */
export function refusedPush(what: string): (thrown: unknown) => never {
  return (thrown) => {
    const isRefusal = thrown instanceof Fault && thrown.code === "git" && REFUSALS.test(thrown.found ?? "");
    if (!isRefusal) throw thrown;
    throw new Fault("forbidden", `${what}: the token may not push.`, {
      found: thrown.found,
      wanted: "permissions: contents: write, and no rule or hook of the repository against it",
      fix: thrown.fix ?? "give the job that permission",
      cause: thrown,
    });
  };
}
