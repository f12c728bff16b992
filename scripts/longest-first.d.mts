import { BaseSequencer } from "vitest/node";

/** A vitest sequencer: the rooms and files that take longest come first. */
export declare class LongestFirst extends BaseSequencer {}
