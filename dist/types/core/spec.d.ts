/** Where a ticket's spec can stand; the first that holds one counts. */
export declare const SPEC_SOURCES: readonly ["frontmatter", "documentation", "document", "path", "body", "upstream"];
/** One of the places where a spec can stand. */
export type SpecSource = (typeof SPEC_SOURCES)[number];
/** What will be built for one ticket, as it stands in one tree. */
export interface Spec {
    readonly remote: string;
    readonly id: string;
    /** As people write it. */
    readonly key: string;
    readonly title: string;
    /** The ticket's page; null: a file of the repository. */
    readonly url: string | null;
    readonly source: SpecSource;
    /** Root-relative; null: its tracker holds it. */
    readonly path: string | null;
    /** UTF-8 text with LF line ends, without a byte-order mark and without blank lines at its ends. Untrusted. */
    readonly text: string;
    /** SHA-256 of `text` and one LF behind it, 64 hex digits. */
    readonly digest: string;
}
/** What is known of a ticket's spec. */
export type SpecAnswer = {
    readonly status: "found";
    readonly spec: Spec;
} | {
    readonly status: "none";
}
/** Several stand in places of the same rank. */
 | {
    readonly status: "ambiguous";
    readonly source: SpecSource;
    readonly candidates: readonly string[];
}
/** A named file that is not there, is no text, or is too large. */
 | {
    readonly status: "unreadable";
    readonly path: string;
    readonly detail: string;
} | {
    readonly status: "unknown";
    readonly detail: string;
};
/** One ticket's part of our block in a pull request's body. */
export interface SpecSection {
    /** The digest that it names. */
    readonly digest: string;
    /** All of the spec is shown; else its digest stands for it. */
    readonly isWhole: boolean;
    /** The first line that is not what the spec says; null: there is none. */
    readonly differs: {
        readonly wanted: string;
        readonly found: string;
    } | null;
}
/** Our block in a pull request's body, compared with the specs as they are now. */
export type SpecBlock = {
    readonly status: "none";
} | {
    readonly status: "problem";
    readonly problem: "torn" | "nested" | "duplicate";
    readonly line: number;
} | {
    readonly status: "found";
    /** Nobody changed it since it was written. */
    readonly isIntact: boolean;
    /** By `lookupKey`: of the tickets that it has. */
    readonly sections: Readonly<Record<string, SpecSection>>;
};
/** An approval of a ticket that says what spec it was given for. */
export type ApprovedSpec = 
/** By a task file of the trusted tree; null: it keeps no digest. */
{
    readonly kind: "digest";
    readonly by: string;
    readonly digest: string | null;
}
/** By a comment on the ticket, for its description; `isSame`: that is the same now. */
 | {
    readonly kind: "description";
    readonly by: string;
    readonly isSame: boolean;
};
