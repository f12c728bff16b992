/** Digits of a commit id that are shown: unambiguous in all but the largest repositories, and can be pasted to git. */
export const SHORT_ID = 10;

/** Whether a text is a full object id of either format, in lower-case hex. */
export function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
