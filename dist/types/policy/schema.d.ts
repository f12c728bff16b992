import type { z as zod } from "zod";
import type { Rule } from "../core/rule.js";
import type { Zod } from "../core/schema.js";
/** A path of the same tree, or a file of a GitHub repository at one commit. */
export declare const EXTENDS: RegExp;
/**
 * The strict schema of golden-thread.yml: one file, before it is merged with its preset and what it extends. Its type
 * and the JSON Schema both derive from it. Defaults are filled in only once all layers are merged.
 */
export declare function policySchema(z: Zod, rules: readonly Rule[]): zod.ZodObject<{
    spec: zod.ZodPrefault<zod.ZodObject<{
        headings: zod.ZodDefault<zod.ZodRecord<zod.ZodString, zod.ZodArray<zod.ZodString>>>;
        min_criteria: zod.ZodDefault<zod.ZodInt>;
        min_size: zod.ZodDefault<zod.ZodInt>;
        max_size: zod.ZodDefault<zod.ZodInt>;
        required: zod.ZodDefault<zod.ZodBoolean>;
        paths: zod.ZodDefault<zod.ZodArray<zod.ZodString>>;
        inject: zod.ZodDefault<zod.ZodBoolean>;
        sources: zod.ZodDefault<zod.ZodArray<zod.ZodEnum<{
            frontmatter: "frontmatter";
            documentation: "documentation";
            document: "document";
            path: "path";
            body: "body";
            upstream: "upstream";
        }>>>;
    }, zod.core.$strict>>;
    disclose: zod.ZodDefault<zod.ZodEnum<{
        title: "title";
        id: "id";
        full: "full";
        auto: "auto";
    }>>;
    waivers: zod.ZodPrefault<zod.ZodObject<{
        file: zod.ZodDefault<zod.ZodString>;
        approvers: zod.ZodDefault<zod.ZodArray<zod.ZodString>>;
        max_days: zod.ZodDefault<zod.ZodNumber>;
    }, zod.core.$strict>>;
    rules: zod.ZodPrefault<zod.ZodObject<{
        [x: string]: zod.ZodOptional<zod.ZodUnion<readonly [zod.ZodEnum<{
            off: "off";
            warn: "warn";
            enforce: "enforce";
        }>, zod.ZodObject<{
            level: zod.ZodEnum<{
                off: "off";
                warn: "warn";
                enforce: "enforce";
            }>;
            unknown: zod.ZodOptional<zod.ZodEnum<{
                warn: "warn";
                block: "block";
            }>>;
        }, zod.core.$strict>]>>;
    }, zod.core.$strict>>;
    ledger: zod.ZodOptional<zod.ZodObject<{
        keys: zod.ZodDefault<zod.ZodArray<zod.ZodObject<{
            id: zod.ZodString;
            spki: zod.ZodString;
            until: zod.ZodOptional<zod.ZodString>;
        }, zod.core.$strict>>>;
        identities: zod.ZodDefault<zod.ZodArray<zod.ZodObject<{
            issuer: zod.ZodString;
            subject: zod.ZodString;
            since: zod.ZodOptional<zod.ZodString>;
            until: zod.ZodOptional<zod.ZodString>;
        }, zod.core.$strict>>>;
        sigstore: zod.ZodOptional<zod.ZodObject<{
            fulcio: zod.ZodOptional<zod.ZodString>;
            rekor: zod.ZodOptional<zod.ZodString>;
            tsa: zod.ZodOptional<zod.ZodString>;
            trusted_root: zod.ZodDefault<zod.ZodString>;
            public_log: zod.ZodDefault<zod.ZodBoolean>;
        }, zod.core.$strict>>;
        from: zod.ZodDefault<zod.ZodUnion<readonly [zod.ZodString, zod.ZodString, zod.ZodString]>>;
        audience: zod.ZodOptional<zod.ZodString>;
        max_age: zod.ZodDefault<zod.ZodString>;
    }, zod.core.$strict>>;
    evidence: zod.ZodOptional<zod.ZodObject<{
        keys: zod.ZodDefault<zod.ZodArray<zod.ZodObject<{
            id: zod.ZodString;
            spki: zod.ZodString;
            until: zod.ZodOptional<zod.ZodString>;
        }, zod.core.$strict>>>;
        identities: zod.ZodDefault<zod.ZodArray<zod.ZodObject<{
            issuer: zod.ZodString;
            subject: zod.ZodString;
            since: zod.ZodOptional<zod.ZodString>;
            until: zod.ZodOptional<zod.ZodString>;
        }, zod.core.$strict>>>;
        sigstore: zod.ZodOptional<zod.ZodObject<{
            fulcio: zod.ZodOptional<zod.ZodString>;
            rekor: zod.ZodOptional<zod.ZodString>;
            tsa: zod.ZodOptional<zod.ZodString>;
            trusted_root: zod.ZodDefault<zod.ZodString>;
            public_log: zod.ZodDefault<zod.ZodBoolean>;
        }, zod.core.$strict>>;
        notes: zod.ZodOptional<zod.ZodString>;
    }, zod.core.$strict>>;
    $schema: zod.ZodOptional<zod.ZodString>;
    version: zod.ZodDefault<zod.ZodLiteral<1>>;
    preset: zod.ZodDefault<zod.ZodEnum<{
        observe: "observe";
        standard: "standard";
        strict: "strict";
    }>>;
    extends: zod.ZodOptional<zod.ZodUnion<readonly [zod.ZodString, zod.ZodArray<zod.ZodString>]>>;
    locked: zod.ZodDefault<zod.ZodArray<zod.ZodString>>;
    requires: zod.ZodOptional<zod.ZodString>;
    baseline: zod.ZodOptional<zod.ZodObject<{
        commit: zod.ZodString;
    }, zod.core.$strict>>;
    enforce_from: zod.ZodOptional<zod.ZodString>;
    remotes: zod.ZodOptional<zod.ZodRecord<zod.ZodString, zod.ZodDiscriminatedUnion<[zod.ZodObject<{
        kind: zod.ZodLiteral<"github">;
        repo: zod.ZodString;
        url: zod.ZodOptional<zod.ZodString>;
        status_map: zod.ZodOptional<zod.ZodObject<{
            open: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            in_progress: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            done: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            canceled: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            review: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
        }, zod.core.$strict>>;
        private: zod.ZodOptional<zod.ZodBoolean>;
        write: zod.ZodOptional<zod.ZodBoolean>;
    }, zod.core.$strict>, zod.ZodObject<{
        kind: zod.ZodLiteral<"gitlab">;
        project: zod.ZodString;
        url: zod.ZodOptional<zod.ZodString>;
        status_map: zod.ZodOptional<zod.ZodObject<{
            open: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            in_progress: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            done: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            canceled: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            review: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
        }, zod.core.$strict>>;
        private: zod.ZodOptional<zod.ZodBoolean>;
        write: zod.ZodOptional<zod.ZodBoolean>;
    }, zod.core.$strict>, zod.ZodObject<{
        kind: zod.ZodLiteral<"jira">;
        site: zod.ZodOptional<zod.ZodString>;
        url: zod.ZodOptional<zod.ZodString>;
        flavour: zod.ZodOptional<zod.ZodEnum<{
            cloud: "cloud";
            "data-center": "data-center";
        }>>;
        cloud_id: zod.ZodOptional<zod.ZodUUID>;
        projects: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
        email: zod.ZodOptional<zod.ZodString>;
        filter: zod.ZodOptional<zod.ZodString>;
        status_map: zod.ZodOptional<zod.ZodObject<{
            open: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            in_progress: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            done: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            canceled: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            review: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
        }, zod.core.$strict>>;
        private: zod.ZodOptional<zod.ZodBoolean>;
        write: zod.ZodOptional<zod.ZodBoolean>;
    }, zod.core.$strict>, zod.ZodObject<{
        kind: zod.ZodLiteral<"linear">;
        teams: zod.ZodArray<zod.ZodString>;
        url: zod.ZodOptional<zod.ZodString>;
        status_map: zod.ZodOptional<zod.ZodObject<{
            open: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            in_progress: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            done: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            canceled: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            review: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
        }, zod.core.$strict>>;
        private: zod.ZodOptional<zod.ZodBoolean>;
        write: zod.ZodOptional<zod.ZodBoolean>;
    }, zod.core.$strict>, zod.ZodObject<{
        kind: zod.ZodLiteral<"azure-devops">;
        organization: zod.ZodString;
        project: zod.ZodString;
        filter: zod.ZodOptional<zod.ZodString>;
        url: zod.ZodOptional<zod.ZodString>;
        status_map: zod.ZodOptional<zod.ZodObject<{
            open: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            in_progress: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            done: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            canceled: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            review: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
        }, zod.core.$strict>>;
        private: zod.ZodOptional<zod.ZodBoolean>;
        write: zod.ZodOptional<zod.ZodBoolean>;
    }, zod.core.$strict>, zod.ZodObject<{
        kind: zod.ZodLiteral<"clickup">;
        team: zod.ZodString;
        spaces: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
        url: zod.ZodOptional<zod.ZodString>;
        status_map: zod.ZodOptional<zod.ZodObject<{
            open: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            in_progress: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            done: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            canceled: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            review: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
        }, zod.core.$strict>>;
        private: zod.ZodOptional<zod.ZodBoolean>;
        write: zod.ZodOptional<zod.ZodBoolean>;
    }, zod.core.$strict>, zod.ZodObject<{
        kind: zod.ZodLiteral<"notion">;
        data_source: zod.ZodString;
        url: zod.ZodOptional<zod.ZodString>;
        status_map: zod.ZodOptional<zod.ZodObject<{
            open: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            in_progress: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            done: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            canceled: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            review: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
        }, zod.core.$strict>>;
        private: zod.ZodOptional<zod.ZodBoolean>;
        write: zod.ZodOptional<zod.ZodBoolean>;
    }, zod.core.$strict>, zod.ZodObject<{
        kind: zod.ZodLiteral<"markdown">;
        prefixes: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
        status_map: zod.ZodOptional<zod.ZodObject<{
            open: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            in_progress: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            done: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            canceled: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
            review: zod.ZodOptional<zod.ZodArray<zod.ZodString>>;
        }, zod.core.$strict>>;
    }, zod.core.$strict>], "kind">>>;
    authority: zod.ZodDefault<zod.ZodEnum<{
        upstream: "upstream";
        local: "local";
        linked: "linked";
    }>>;
    authorise: zod.ZodPrefault<zod.ZodObject<{
        states: zod.ZodDefault<zod.ZodUnion<readonly [zod.ZodArray<zod.ZodEnum<{
            open: "open";
            in_progress: "in_progress";
            done: "done";
            canceled: "canceled";
        }>>, zod.ZodRecord<zod.ZodString, zod.ZodArray<zod.ZodString>>]>>;
        new_tasks: zod.ZodDefault<zod.ZodEnum<{
            warn: "warn";
            allow: "allow";
            deny: "deny";
        }>>;
        types: zod.ZodOptional<zod.ZodUnion<readonly [zod.ZodArray<zod.ZodEnum<{
            epic: "epic";
            story: "story";
            task: "task";
            bug: "bug";
            feature: "feature";
            idea: "idea";
            chore: "chore";
            docs: "docs";
            spike: "spike";
            other: "other";
        }>>, zod.ZodRecord<zod.ZodString, zod.ZodArray<zod.ZodString>>]>>;
        labels: zod.ZodDefault<zod.ZodArray<zod.ZodString>>;
        approval: zod.ZodOptional<zod.ZodObject<{
            when: zod.ZodOptional<zod.ZodObject<{
                risk: zod.ZodArray<zod.ZodEnum<{
                    low: "low";
                    medium: "medium";
                    high: "high";
                    critical: "critical";
                }>>;
            }, zod.core.$strict>>;
            label: zod.ZodOptional<zod.ZodString>;
            approvers: zod.ZodDefault<zod.ZodArray<zod.ZodString>>;
        }, zod.core.$strict>>;
        decision_time: zod.ZodDefault<zod.ZodEnum<{
            any: "any";
            recorded: "recorded";
        }>>;
    }, zod.core.$strict>>;
    people: zod.ZodOptional<zod.ZodRecord<zod.ZodString, zod.ZodArray<zod.ZodString>>>;
    references: zod.ZodPrefault<zod.ZodObject<{
        in: zod.ZodDefault<zod.ZodArray<zod.ZodEnum<{
            title: "title";
            body: "body";
            subject: "subject";
            trailer: "trailer";
            branch: "branch";
        }>>>;
        need: zod.ZodDefault<zod.ZodEnum<{
            any: "any";
            all: "all";
        }>>;
        trailer: zod.ZodDefault<zod.ZodString>;
    }, zod.core.$strict>>;
    scopes: zod.ZodDefault<zod.ZodArray<zod.ZodObject<{
        paths: zod.ZodArray<zod.ZodString>;
        preset: zod.ZodOptional<zod.ZodEnum<{
            observe: "observe";
            standard: "standard";
            strict: "strict";
        }>>;
        exempt: zod.ZodOptional<zod.ZodBoolean>;
        authorise: zod.ZodOptional<zod.ZodObject<{
            states: zod.ZodDefault<zod.ZodUnion<readonly [zod.ZodArray<zod.ZodEnum<{
                open: "open";
                in_progress: "in_progress";
                done: "done";
                canceled: "canceled";
            }>>, zod.ZodRecord<zod.ZodString, zod.ZodArray<zod.ZodString>>]>>;
            new_tasks: zod.ZodDefault<zod.ZodEnum<{
                warn: "warn";
                allow: "allow";
                deny: "deny";
            }>>;
            types: zod.ZodOptional<zod.ZodUnion<readonly [zod.ZodArray<zod.ZodEnum<{
                epic: "epic";
                story: "story";
                task: "task";
                bug: "bug";
                feature: "feature";
                idea: "idea";
                chore: "chore";
                docs: "docs";
                spike: "spike";
                other: "other";
            }>>, zod.ZodRecord<zod.ZodString, zod.ZodArray<zod.ZodString>>]>>;
            labels: zod.ZodDefault<zod.ZodArray<zod.ZodString>>;
            approval: zod.ZodOptional<zod.ZodObject<{
                when: zod.ZodOptional<zod.ZodObject<{
                    risk: zod.ZodArray<zod.ZodEnum<{
                        low: "low";
                        medium: "medium";
                        high: "high";
                        critical: "critical";
                    }>>;
                }, zod.core.$strict>>;
                label: zod.ZodOptional<zod.ZodString>;
                approvers: zod.ZodDefault<zod.ZodArray<zod.ZodString>>;
            }, zod.core.$strict>>;
            decision_time: zod.ZodDefault<zod.ZodEnum<{
                any: "any";
                recorded: "recorded";
            }>>;
        }, zod.core.$strict>>;
        references: zod.ZodOptional<zod.ZodObject<{
            in: zod.ZodDefault<zod.ZodArray<zod.ZodEnum<{
                title: "title";
                body: "body";
                subject: "subject";
                trailer: "trailer";
                branch: "branch";
            }>>>;
            need: zod.ZodDefault<zod.ZodEnum<{
                any: "any";
                all: "all";
            }>>;
            trailer: zod.ZodDefault<zod.ZodString>;
        }, zod.core.$strict>>;
        rules: zod.ZodOptional<zod.ZodObject<{
            [x: string]: zod.ZodOptional<zod.ZodUnion<readonly [zod.ZodEnum<{
                off: "off";
                warn: "warn";
                enforce: "enforce";
            }>, zod.ZodObject<{
                level: zod.ZodEnum<{
                    off: "off";
                    warn: "warn";
                    enforce: "enforce";
                }>;
                unknown: zod.ZodOptional<zod.ZodEnum<{
                    warn: "warn";
                    block: "block";
                }>>;
            }, zod.core.$strict>]>>;
        }, zod.core.$strict>>;
    }, zod.core.$strict>>>;
    exempt: zod.ZodPrefault<zod.ZodObject<{
        merges: zod.ZodDefault<zod.ZodEnum<{
            clean: "clean";
            none: "none";
        }>>;
        bots: zod.ZodDefault<zod.ZodArray<zod.ZodString>>;
    }, zod.core.$strict>>;
    unknown: zod.ZodPrefault<zod.ZodObject<{
        hook: zod.ZodDefault<zod.ZodEnum<{
            warn: "warn";
            block: "block";
        }>>;
        ci: zod.ZodDefault<zod.ZodEnum<{
            warn: "warn";
            block: "block";
        }>>;
        server: zod.ZodDefault<zod.ZodEnum<{
            warn: "warn";
            block: "block";
        }>>;
    }, zod.core.$strict>>;
    cache: zod.ZodPrefault<zod.ZodObject<{
        fresh: zod.ZodDefault<zod.ZodString>;
        stale: zod.ZodDefault<zod.ZodString>;
    }, zod.core.$strict>>;
}, zod.core.$strict>;
/** The policy with every default filled in. */
export type Policy = zod.output<ReturnType<typeof policySchema>>;
/** How strict a policy is before it says anything itself. */
export type PresetName = Policy["preset"];
