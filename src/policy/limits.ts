/** Bytes. A policy of a thousand scopes stays below; it bounds the parser, which is quadratic in keys. */
export const FILE_LIMIT = 128 * 1024;
