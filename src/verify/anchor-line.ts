/** Something outside of a log that names one of its records. */
export interface Anchor {
  /** Full name of the tag. */
  readonly name: string;
  readonly logId: string;
  readonly seq: number;
  /** Hex SHA-256 of the record's last line. */
  readonly digest: string;
}

/** The line for a tag's message. */
export function anchorLine({ logId, seq, digest }: Omit<Anchor, "name">): string {
  return `golden-thread-log: ${logId} ${seq} ${digest}`;
}
