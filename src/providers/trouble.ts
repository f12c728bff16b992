import { Fault, type FaultCode } from "../core/fault.ts";
import { redact } from "../core/secrets.ts";
import type { Lookup } from "../core/ticket.ts";

/** What a tracker may answer instead of what was asked. */
export type Trouble = Extract<FaultCode, "absent" | "forbidden" | "credentials" | "unavailable">;

/** Longest part of a server's own words that is handed on. */
const LONGEST_WORDS = 300;

/** A fault that a tracker's answer is; `found`: the server's own words, `fix`: what mends it. */
export function trouble(
  code: Trouble,
  message: string,
  details: { readonly found?: string; readonly fix?: string; readonly cause?: unknown } = {},
): Fault {
  const found = details.found === undefined ? undefined : words(details.found);
  return new Fault(code, message, { ...details, found });
}

/** A server's words in one line, shortened, without tokens and control characters. */
function words(text: string): string {
  const line = redact(text.slice(0, LONGEST_WORDS * 4))
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return line.length <= LONGEST_WORDS ? line : `${line.slice(0, LONGEST_WORDS)}…`;
}

/** A fault as the answer for one id. Anything else that was thrown is a defect, and goes on. */
export function asLookup(thrown: unknown): Lookup {
  if (!(thrown instanceof Fault)) throw thrown;
  const { message, found, fix } = thrown;
  const isCommand = fix?.startsWith("golden-thread ") ?? false;
  const advice = isCommand ? undefined : fix;
  const told = [message, found && `Found: ${found}${advice ? ";" : ""}`, advice && `fix: ${advice}`];
  const detail = told.filter((part) => typeof part === "string" && part !== "").join(" ");
  switch (thrown.code) {
    case "absent":
      return { status: "absent" };
    case "credentials":
      return { status: thrown.code, detail, ...(isCommand && fix !== undefined ? { fix } : {}) };
    case "forbidden":
    case "unavailable":
      return { status: thrown.code, detail };
    case "usage":
      // A question that the tracker takes for a wrong one, in words of its own: nobody knows the answer.
      return { status: "unavailable", detail };
    default:
      throw thrown;
  }
}
