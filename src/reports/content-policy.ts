import { createHash } from "node:crypto";

/** What of a page may run, style and connect; everything else is forbidden. */
interface PageParts {
  readonly style: string;
  /** Null: nothing runs. */
  readonly script: string | null;
  /** Other directives, such as where it may connect to. */
  readonly others?: readonly string[];
}

/** The policy of a page that loads nothing: text from outside could not run even if it were not escaped (CSP Level 3). */
export function contentPolicy({ style, script, others = [] }: PageParts): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(script === null ? [] : [`script-src '${hashOf(script)}'`]),
    ...others,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** As a policy names what may run or style ("hash-source"). */
function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
