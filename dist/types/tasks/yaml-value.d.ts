/** A YAML value as the failsafe schema reads it: every scalar is text, an empty one is `""`. */
export type YamlValue = string | readonly YamlValue[] | YamlMapping;
/** Maps are `Map`s: a key such as `__proto__` is a key like any other. */
export type YamlMapping = ReadonlyMap<string, YamlValue>;
/** A document with the line (from 1, within its text) of each top-level key. */
export interface YamlDocument {
    readonly values: YamlMapping;
    readonly lines: ReadonlyMap<string, number>;
}
/** Why a document could not be read. Line counts from 1 within its text. */
export interface YamlProblem {
    readonly line: number;
    readonly detail: string;
}
/** The document, or the first thing that is wrong with it. */
export type YamlResult = {
    readonly ok: true;
    readonly document: YamlDocument;
} | {
    readonly ok: false;
    readonly problem: YamlProblem;
};
/** The scalar under a key, trimmed; null where it is missing, empty, YAML's null, a list or a map. */
export declare function textAt(values: YamlMapping, key: string): string | null;
/** The list under a key; a lone scalar counts as a list of one, as the tools that write these files read it. */
export declare function listAt(values: YamlMapping, key: string): readonly string[];
/** The map under a key, or null. */
export declare function mapAt(values: YamlMapping, key: string): YamlMapping | null;
/** Stable text of a value for comparison: keys sorted, scalars trimmed; empty text where there is no value. */
export declare function normalYaml(value: YamlValue | undefined): string;
/** Narrows an array out of the union, which `Array.isArray` does not do for readonly ones. */
export declare function isYamlList(value: YamlValue): value is readonly YamlValue[];
