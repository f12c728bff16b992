import type { Access } from "../core/access.js";
import type { Http } from "../core/http.js";
import type { RemoteKind } from "../core/law.js";
import type { Source, Tree } from "../core/ports.js";
import type { GrammarId } from "../core/reference.js";
import type { Schema } from "../core/schema.js";
import type { Tracker } from "../core/tracker.js";
/** What a tracker can do at all. What it can't is `unknown` to the rules that ask for it. */
export interface Capabilities {
    /** Needs the network and credentials; false: the trusted tree is enough. */
    readonly remote: boolean;
    /** Can list every ticket cheaply, so that an index can be compiled from it. */
    readonly all: boolean;
    /** Most ids that one request can ask for; left out: every id is a request of its own. */
    readonly batch?: number;
}
/** What a provider of the trusted tree is handed when it is connected. */
export interface TreePorts {
    /** The tree that the gate trusts. */
    readonly tree: Tree;
}
/** What a provider of a tracker is handed when it is connected. */
export interface TrackerPorts {
    readonly http: Http;
}
interface Named<Settings> {
    readonly id: RemoteKind;
    readonly grammar: GrammarId;
    readonly capabilities: Capabilities;
    readonly settings: Schema<Settings>;
}
/** A tracker that is files of the repository. */
export interface TreeProvider<Settings> extends Named<Settings> {
    /** `remote` is the name that the policy gives it. Connecting asks nothing yet. */
    connect(remote: string, settings: Settings, ports: TreePorts): Source;
}
/** A tracker on the network: its words become the vocabulary of core/ticket.ts behind this, and nowhere else. */
export interface TrackerProvider<Settings> extends Named<Settings> {
    readonly access: Access<Settings>;
    /** `remote` is the name that the policy gives it. Connecting asks nothing of the tracker yet. */
    connect(remote: string, settings: Settings, ports: TrackerPorts): Tracker;
}
/** Either kind. */
export type Provider<Settings> = TreeProvider<Settings> | TrackerProvider<Settings>;
/** Types a provider of files as it is written, and hands it on unchanged. */
export declare function defineProvider<Settings>(provider: TreeProvider<Settings>): TreeProvider<Settings>;
/** Types a provider of a tracker as it is written, and hands it on unchanged. */
export declare function defineTracker<Settings>(provider: TrackerProvider<Settings>): TrackerProvider<Settings>;
export {};
