/** Milliseconds of a duration as policies write it (`30m`, `24h`, `7d`); 0 for anything else. */
export function milliseconds(duration: string): number {
  const unit = { m: 60_000, h: 3_600_000, d: 86_400_000 }[duration.slice(-1)] ?? 0;
  return Number(duration.slice(0, -1)) * unit;
}
