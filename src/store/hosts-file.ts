import { readFileSync } from "node:fs";

/** The system's own list of hosts (hosts(5)) as text; empty where it can't be read. */
export function hostsFile(): string {
  try {
    return readFileSync(PLACE, "utf8");
  } catch {
    // Without one every name is a name server's.
    return "";
  }
}

const PLACE = "/etc/hosts";
