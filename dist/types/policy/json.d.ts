/** A mapping whose values are not looked into yet. */
export type Json = Readonly<Record<string, unknown>>;
/** A mapping as YAML and JSON know it. */
export declare function isMapping(value: unknown): value is Json;
/** The value at a path of keys and indexes; undefined where there is none. */
export declare function valueAt(value: unknown, path: readonly PropertyKey[]): unknown;
/** Objects merge by key, everything else of `over` replaces. Neither side is changed. */
export declare function merge(under: unknown, over: unknown): unknown;
