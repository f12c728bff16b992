"use strict";

const require_core = require("./core.js");
const require_fields = require("./policy-fields.js");
const require_remotes = require("./policy-remotes.js");
const require_git = require("./git.js");
const require_sections = require("./policy-sections.js");

// src/policy/rule-entries.ts
/** Every rule's id with its level, or an object of level, `unknown` and the rule's own options. Ids are closed. */
function rulesSchema(z, rules) {
	return z.strictObject(Object.fromEntries(rules.map((rule) => [rule.meta.id, ruleEntry(z, rule).optional()])));
}
function ruleEntry(z, rule) {
	const level = z.enum(require_sections.LEVELS).describe("How much the rule weighs.");
	const full = z.strictObject({
		...optionShape(z, rule),
		level,
		unknown: z.enum(require_sections.UNKNOWNS).optional().describe("What an answer that could not be had does, for this rule.")
	});
	return z.union([level, full]).describe(rule.meta.title);
}
/** The fields of a rule's options. `level` and `unknown` are the policy's own words. */
function optionShape(z, rule) {
	const schema = rule.options(z);
	if (!(schema instanceof z.ZodObject)) throw new require_git.Fault("internal", `The options of rule ${rule.meta.id} are not an object.`);
	const taken = Object.keys(schema.shape).filter((key) => key === "level" || key === "unknown");
	if (taken.length > 0) throw new require_git.Fault("internal", `Rule ${rule.meta.id} has an option with the policy's own name ${taken.join()}.`);
	return schema.shape;
}
/** One entry as layers merge it: level apart from what the policy says beside it. */
function ruleEntrySchema(z) {
	return z.looseObject({
		level: z.enum(require_sections.LEVELS),
		unknown: z.enum(require_sections.UNKNOWNS).optional()
	});
}

// src/policy/signers-section.ts
/** Where the certificates are that a keyless signature is held against, unless the policy says so. */
const TRUSTED_ROOT = "golden-thread.sigstore.json";
/** What says whose signatures count. `what`: what they sign, as `a ledger`; `command`: the one that signs without a key. */
function signerFields(z, { what, command }) {
	return {
		keys: z.array(z.strictObject({
			id: require_fields.name(z).describe("Name of the key."),
			spki: z.string().regex(/^[A-Za-z0-9+/]{16,}={0,2}$/, { error: "a public key as base64 of its SubjectPublicKeyInfo" }).describe("Public key, base64 of the DER SubjectPublicKeyInfo."),
			until: require_fields.date(z).optional().describe("After this the key verifies only what it signed before.")
		})).default([]).describe(`Public keys that may sign ${what}; two may overlap.`),
		identities: z.array(identitySchema(z)).default([]).describe(`Who may sign ${what} through Sigstore, without a key (\`${command}\`).`),
		sigstore: sigstoreSchema(z).optional()
	};
}
function identitySchema(z) {
	return z.strictObject({
		issuer: require_fields.name(z).regex(/^https:\/\/[!-~]+$/, { error: "an https address" }).describe("Who vouches for the identity, such as https://token.actions.githubusercontent.com."),
		subject: require_fields.name(z).regex(/^[!-~]+$/, { error: "printable ASCII without blanks" }).describe("The identity, exactly as the certificate has it, such as https://github.com/acme/shop/.github/workflows/ledger.yml@refs/heads/main. No patterns."),
		since: require_fields.date(z).optional().describe("It signs nothing before this day, by the log's time."),
		until: require_fields.date(z).optional().describe("It signs nothing after this day, by the log's time.")
	});
}
function sigstoreSchema(z) {
	const server = (does) => z.string().max(2e3, { error: "at most 2000 characters" }).regex(/^https?:\/\/[^\s@?#\\]+$/, { error: "an https address without account, query or fragment" }).refine(require_core.isServerUrl, { error: "an https address; plain http only for this machine" }).optional().describe(does);
	return z.strictObject({
		fulcio: server("Issues the certificates. Left out: that of Sigstore's public instance."),
		rekor: server("The log (its API v1). Left out: the public one; beside an own fulcio: none."),
		tsa: server("A timestamp authority. Left out: none."),
		trusted_root: require_fields.treePath(z).default(TRUSTED_ROOT).describe("File with the certificates that are trusted; `golden-thread ledger trust` writes it."),
		public_log: z.boolean().default(false).describe("The public log, which everybody can read for ever, may name this repository and its workflow.")
	}).refine(({ fulcio, rekor, tsa }) => fulcio === void 0 || rekor !== void 0 || tsa !== void 0, { error: "a rekor or a tsa beside an own fulcio, or nothing proves when it was signed" }).describe("The Sigstore services that sign without a key, and by which certificates they are known.");
}

// src/policy/evidence-section.ts
/** `evidence:` who may sign what was judged, and where a server writes it down. */
function evidenceSchema(z) {
	return z.strictObject({
		notes: z.string().regex(/^refs\/notes\/[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: "a ref such as refs/notes/golden-thread" }).optional().describe("The ref below refs/notes/ to which a server's post-receive hook writes a signed record of every push. Left out: it writes none."),
		...signerFields(z, {
			what: "evidence",
			command: "--keyless"
		})
	});
}

// src/policy/ledger-section.ts
/** `ledger:` the signed snapshot of authorised tickets. */
function ledgerSchema(z) {
	return z.strictObject({
		from: z.union([
			z.string().regex(/^refs\/golden-thread\/[A-Za-z0-9][A-Za-z0-9._/-]*$/),
			z.string().regex(/^https:\/\/[^\s@?#]+$/),
			require_fields.treePath(z).regex(/^(?!refs\/)[^:]+$/)
		], { error: "a ref (refs/golden-thread/…), an https address or a path in the repository" }).default("refs/golden-thread/ledger").describe("Where the ledger is: a ref below refs/golden-thread/, which no branch can be, a file, or an https address."),
		audience: z.string().regex(/^[A-Za-z0-9.-]+(?::\d+)?(?:\/[A-Za-z0-9._-]+)+$/, { error: "host/owner/repo" }).optional().describe("The repository that the ledger must be made for, as host/owner/repo. Left out: the one that origin names."),
		max_age: require_fields.duration(z).default("24h").describe("After this a ledger is expired."),
		...signerFields(z, {
			what: "a ledger",
			command: "ledger build --keyless"
		})
	});
}

// src/policy/schema.ts
/** A path of the same tree, or a file of a GitHub repository at one commit. */
const EXTENDS = /^(?:github:[A-Za-z0-9-]+\/[A-Za-z0-9._-]+\/[^@:\s\\]+@[0-9a-f]{40}|(?!\/)[^@:\\\u0000-\u001f]+)$/;
const REQUIRES = /^(?:(?:>=|<=|>|<|=)?[0-9]{1,6}(?:\.[0-9]{1,6}){0,2})(?: (?:>=|<=|>|<|=)?[0-9]{1,6}(?:\.[0-9]{1,6}){0,2}){0,3}$/;
const LOCKED = /^[a-z_]+(?:\.[A-Za-z0-9_-]+){0,3}$/;
/**
* The strict schema of golden-thread.yml: one file, before it is merged with its preset and what it extends. Its type
* and the JSON Schema both derive from it. Defaults are filled in only once all layers are merged.
*/
function policySchema(z, rules) {
	const preset = z.enum(require_sections.PRESETS).describe("observe: warn only. standard: the core rules block. strict: all of them do.");
	const weights = rulesSchema(z, rules);
	const authorise = require_sections.authoriseSchema(z);
	const references = require_sections.referencesSchema(z);
	const extended = z.string().regex(EXTENDS, { error: "a path in this repository, or github:owner/repo/path@<40 hex digits>" });
	return z.strictObject({
		$schema: z.string().optional().describe("Address of this schema, for editors."),
		version: z.literal(1).default(1).describe("Version of this file's format."),
		preset: preset.default("standard"),
		extends: z.union([extended, z.array(extended).max(16, { error: "at most 16 files" })], { error: "a path, or a list of paths" }).optional().describe("Policies that this one builds on, the last one strongest."),
		locked: z.array(z.string().regex(LOCKED, { error: "a dotted key such as rules.ticket-exists" })).default([]).describe("Dotted keys that no later layer may loosen."),
		requires: z.string().regex(REQUIRES, { error: "a version range such as >=1.2" }).optional().describe("Versions of golden-thread that may read this policy."),
		baseline: require_sections.baselineSchema(z).optional().describe("Where judging starts."),
		enforce_from: require_sections.enforceFromSchema(z).optional(),
		remotes: require_remotes.remotesSchema(z).optional().describe("Trackers by name. Tokens never stand here. Left out: detected."),
		authority: require_sections.authoritySchema(z).default("local"),
		authorise: authorise.prefault({}).describe("Which tickets may authorise a change."),
		people: require_sections.peopleSchema(z).optional(),
		references: require_sections.referencesSchema(z).prefault({}).describe("Where references count and how many must be authorised."),
		scopes: z.array(z.strictObject({
			paths: require_sections.scopePathsSchema(z),
			preset: preset.optional(),
			exempt: z.boolean().optional().describe("Commits that touch nothing else are not judged."),
			authorise: authorise.optional(),
			references: references.optional(),
			rules: weights.optional()
		})).default([]).describe("Other weights for some paths; the last scope that matches a path counts."),
		exempt: require_sections.exemptSchema(z).prefault({}).describe("Commits that are not judged like any other."),
		unknown: require_sections.unknownSchema(z).prefault({}).describe("What an answer that could not be had does."),
		cache: require_sections.cacheSchema(z).prefault({}).describe("How long a tracker's answers count in hooks; in CI and on servers it is always asked."),
		...signedSections(z),
		spec: require_sections.specSchema(z).prefault({}).describe("The document that says what will be built."),
		disclose: z.enum(require_sections.DISCLOSURES).default("auto").describe("How much of a ticket may stand in reports. auto: all of it where the forge repository is private."),
		waivers: require_sections.waiversSchema(z).prefault({}).describe("Approved exceptions."),
		rules: weights.prefault({}).describe("Weights and options of the rules.")
	});
}
function signedSections(z) {
	return {
		ledger: ledgerSchema(z).optional().describe("The signed snapshot of authorised tickets."),
		evidence: evidenceSchema(z).optional().describe("Who may sign evidence, and where servers keep it.")
	};
}

Object.defineProperty(exports, "EXTENDS", {
  enumerable: true,
  get: function () {
    return EXTENDS;
  }
});
Object.defineProperty(exports, "TRUSTED_ROOT", {
  enumerable: true,
  get: function () {
    return TRUSTED_ROOT;
  }
});
Object.defineProperty(exports, "policySchema", {
  enumerable: true,
  get: function () {
    return policySchema;
  }
});
Object.defineProperty(exports, "ruleEntrySchema", {
  enumerable: true,
  get: function () {
    return ruleEntrySchema;
  }
});