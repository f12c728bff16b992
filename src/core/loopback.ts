/** Host names of this machine, as `URL.hostname` writes them: plain http to one of them shows a token to nobody else. */
export const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);
