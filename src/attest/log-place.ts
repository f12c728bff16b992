import type { Link } from "./chain.ts";

/** The place that a line's record gives itself, whoever signed it and whether that holds; null: it has none. */
export function placeIn(line: string): Omit<Link, "previous"> | null {
  const [, payload] = /"payload":"([A-Za-z0-9+/=]*)"/.exec(line) ?? [];
  const text = payload === undefined ? line : Buffer.from(payload, "base64").toString("utf8");
  const [, logId] = /"logId":"([0-9a-f]{64})"/.exec(text) ?? [];
  const [, seq] = /"seq":([0-9]{1,9})[,}]/.exec(text) ?? [];
  return logId === undefined || seq === undefined ? null : { logId, seq: Number(seq) };
}
