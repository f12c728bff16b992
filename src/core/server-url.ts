import { LOOPBACK } from "./loopback.ts";

/** Whether a text is the address of a server: https, or plain http on this machine alone. */
export function isServerUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
}
