import type { Access, Credential } from "../../src/core/access.ts";
import type { TrackerServer } from "./tracker-server.ts";

/** `remotes:` with one entry, as a policy writes it. */
export function policyEntry(name: string, settings: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(settings).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`);
  return `remotes:\n  ${name}:\n${lines.join("\n")}\n`;
}

/** The variables that hand a credential over, by their customary names. */
export function variablesOf(
  { token: [token = ""], user: [user] = [] }: ReturnType<Access<unknown>["variables"]>,
  credential: Credential,
): Readonly<Record<string, string>> {
  const account = user === undefined || credential.user === null ? {} : { [user]: credential.user };
  return { ...account, [token]: credential.token };
}

/** How people write an id of this tracker in a message. */
export function written({ kind }: TrackerServer, id: string): string {
  switch (kind) {
    case "azure-devops":
      return `AB#${id}`;
    case "clickup":
      return id.includes("-") ? `https://app.clickup.com/t/${id}` : `CU-${id}`;
    case "notion":
      return `https://www.notion.so/Page-${id}`;
    default:
      return id;
  }
}
