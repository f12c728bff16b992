import { Fault } from "../core/fault.ts";

/** A server's refusal to be pushed to, in the words of workflows; whatever else it was is thrown as it is. `what` failed. */
export function refusedPush(what: string): (thrown: unknown) => never {
  return (thrown) => {
    const isRefusal = thrown instanceof Fault && thrown.code === "git" && /\b403\b/.test(thrown.found ?? "");
    if (!isRefusal) throw thrown;
    throw new Fault("forbidden", `${what}: the token may not push.`, {
      wanted: "permissions: contents: write",
      fix: "give the job that permission",
      cause: thrown,
    });
  };
}
