import type { RemoteKind } from "../core/law.js";
import type { GrammarId } from "../core/reference.js";
import type { Zod } from "../core/schema.js";
/** The grammar of each tracker's ids. */
export declare const GRAMMARS: Readonly<Record<RemoteKind, GrammarId>>;
/** `remotes:` a name of the user's choice -> one tracker, strict by its kind. */
export declare function remotesSchema(z: Zod): import("zod").ZodRecord<import("zod").ZodString, import("zod").ZodDiscriminatedUnion<[import("zod").ZodObject<{
    kind: import("zod").ZodLiteral<"github">;
    repo: import("zod").ZodString;
    url: import("zod").ZodOptional<import("zod").ZodString>;
    status_map: import("zod").ZodOptional<import("zod").ZodObject<{
        open: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        in_progress: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        done: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        canceled: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        review: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
    }, import("zod/v4/core").$strict>>;
    private: import("zod").ZodOptional<import("zod").ZodBoolean>;
    write: import("zod").ZodOptional<import("zod").ZodBoolean>;
}, import("zod/v4/core").$strict>, import("zod").ZodObject<{
    kind: import("zod").ZodLiteral<"gitlab">;
    project: import("zod").ZodString;
    url: import("zod").ZodOptional<import("zod").ZodString>;
    status_map: import("zod").ZodOptional<import("zod").ZodObject<{
        open: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        in_progress: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        done: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        canceled: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        review: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
    }, import("zod/v4/core").$strict>>;
    private: import("zod").ZodOptional<import("zod").ZodBoolean>;
    write: import("zod").ZodOptional<import("zod").ZodBoolean>;
}, import("zod/v4/core").$strict>, import("zod").ZodObject<{
    kind: import("zod").ZodLiteral<"jira">;
    site: import("zod").ZodOptional<import("zod").ZodString>;
    url: import("zod").ZodOptional<import("zod").ZodString>;
    flavour: import("zod").ZodOptional<import("zod").ZodEnum<{
        cloud: "cloud";
        "data-center": "data-center";
    }>>;
    cloud_id: import("zod").ZodOptional<import("zod").ZodUUID>;
    projects: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
    email: import("zod").ZodOptional<import("zod").ZodString>;
    filter: import("zod").ZodOptional<import("zod").ZodString>;
    status_map: import("zod").ZodOptional<import("zod").ZodObject<{
        open: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        in_progress: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        done: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        canceled: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        review: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
    }, import("zod/v4/core").$strict>>;
    private: import("zod").ZodOptional<import("zod").ZodBoolean>;
    write: import("zod").ZodOptional<import("zod").ZodBoolean>;
}, import("zod/v4/core").$strict>, import("zod").ZodObject<{
    kind: import("zod").ZodLiteral<"linear">;
    teams: import("zod").ZodArray<import("zod").ZodString>;
    url: import("zod").ZodOptional<import("zod").ZodString>;
    status_map: import("zod").ZodOptional<import("zod").ZodObject<{
        open: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        in_progress: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        done: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        canceled: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        review: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
    }, import("zod/v4/core").$strict>>;
    private: import("zod").ZodOptional<import("zod").ZodBoolean>;
    write: import("zod").ZodOptional<import("zod").ZodBoolean>;
}, import("zod/v4/core").$strict>, import("zod").ZodObject<{
    kind: import("zod").ZodLiteral<"azure-devops">;
    organization: import("zod").ZodString;
    project: import("zod").ZodString;
    filter: import("zod").ZodOptional<import("zod").ZodString>;
    url: import("zod").ZodOptional<import("zod").ZodString>;
    status_map: import("zod").ZodOptional<import("zod").ZodObject<{
        open: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        in_progress: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        done: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        canceled: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        review: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
    }, import("zod/v4/core").$strict>>;
    private: import("zod").ZodOptional<import("zod").ZodBoolean>;
    write: import("zod").ZodOptional<import("zod").ZodBoolean>;
}, import("zod/v4/core").$strict>, import("zod").ZodObject<{
    kind: import("zod").ZodLiteral<"clickup">;
    team: import("zod").ZodString;
    spaces: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
    url: import("zod").ZodOptional<import("zod").ZodString>;
    status_map: import("zod").ZodOptional<import("zod").ZodObject<{
        open: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        in_progress: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        done: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        canceled: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        review: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
    }, import("zod/v4/core").$strict>>;
    private: import("zod").ZodOptional<import("zod").ZodBoolean>;
    write: import("zod").ZodOptional<import("zod").ZodBoolean>;
}, import("zod/v4/core").$strict>, import("zod").ZodObject<{
    kind: import("zod").ZodLiteral<"notion">;
    data_source: import("zod").ZodString;
    url: import("zod").ZodOptional<import("zod").ZodString>;
    status_map: import("zod").ZodOptional<import("zod").ZodObject<{
        open: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        in_progress: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        done: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        canceled: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        review: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
    }, import("zod/v4/core").$strict>>;
    private: import("zod").ZodOptional<import("zod").ZodBoolean>;
    write: import("zod").ZodOptional<import("zod").ZodBoolean>;
}, import("zod/v4/core").$strict>, import("zod").ZodObject<{
    kind: import("zod").ZodLiteral<"markdown">;
    prefixes: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
    status_map: import("zod").ZodOptional<import("zod").ZodObject<{
        open: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        in_progress: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        done: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        canceled: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
        review: import("zod").ZodOptional<import("zod").ZodArray<import("zod").ZodString>>;
    }, import("zod/v4/core").$strict>>;
}, import("zod/v4/core").$strict>], "kind">>;
