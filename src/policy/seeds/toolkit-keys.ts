import { isMapping } from "../json.ts";

/** Keys of a format below a section; null: whatever people write there. */
interface Keys {
  readonly [key: string]: Keys | null;
}

const any = (...names: readonly string[]): Keys => Object.fromEntries(names.map((name) => [name, null]));

/** Every key of `backlog.config.json`, versions 1.0 and 1.1, by the toolkit's own JSON Schema. */
const KEYS: Keys = {
  version: null,
  project: any("name", "stack", "testRunner", "linter", "typeChecker"),
  backlog: any("dataDir", "templatesDir", "ticketPrefixes", "requiredSections"),
  qualityGates: any("testCommand", "lintCommand", "typeCheckCommand", "buildCommand", "healthCheckCommand"),
  codeRules: any("source", "hardGates", "softGates"),
  ticketValidation: any(
    "requireTestStrategy",
    "requireAffectedFiles",
    "requireDependencyCheck",
    "requireVerificationCommands",
    "minAcceptanceCriteria",
  ),
  // The format leaves these two open.
  agentRouting: null,
  reviewPipeline: null,
  llmOps: {
    registry: any("source", "refreshCommand", "strictMode"),
    gateway: any("baseURL", "apiKeyEnv", "requireEscalationReason"),
    routing: any(
      "entryModelClassify",
      "entryModelDraft",
      "entryModelPlan",
      "entryModelImplement",
      "entryModelReview",
      "escalationModel",
      "maxEscalationsPerTicket",
    ),
    tokenPolicy: any("maxInputByPhase", "maxOutputByPhase", "contextWindowStrategy"),
    cachePolicy: {
      ...any("providerPromptCaching", "stablePrefixMinTokens", "warnBelowHitRate", "sessionMaxWaves"),
      responseCache: any("enabled", "ttlSeconds", "backend"),
      semanticCache: any("enabled", "backend", "threshold"),
    },
    batchPolicy: {
      ...any(
        "enabled",
        "eligiblePhases",
        "forceBatchWhenQueueOver",
        "maxConcurrentBatchJobs",
        "reviewBatchEnabled",
        "reviewBatchTimeoutSec",
        "reviewBatchIntervalSec",
      ),
      retryPolicy: any("maxRetries", "backoffMultiplier"),
    },
    ragPolicy: any(
      "enabled",
      "embeddingModel",
      "vectorStore",
      "indexPath",
      "chunkSize",
      "topK",
      "reindexCommand",
      "serverUrl",
    ),
  },
  sentinel: {
    ...any("enabled", "installGitHook", "ragDeduplication", "ticketMapping"),
    prescan: any(
      "runLinter",
      "runTests",
      "runTypeCheck",
      "detectHardcoded",
      "detectTodos",
      "maxFunctionLines",
    ),
    reviewers: any("security", "quality"),
    patternThresholds: any("recurring", "escalateToSoftGate", "escalateToHardGate"),
  },
  audit: {
    ...any("enabled", "dimensions", "ragDeduplication", "ticketMapping"),
    prescan: any("extensions", "excludeDirs", "maxFunctionLines", "coverageThreshold", "complexityThreshold"),
  },
  ticketConstraints: any("maxAffectedFiles", "maxEstimatedTokens", "requireSingleResponsibility"),
};

/** Dotted keys of a configuration, each with whether the format has it: deep for known sections, shallow for others. */
export function toolkitKeys(value: unknown): readonly { readonly key: string; readonly known: boolean }[] {
  return keysIn(value, KEYS, "");
}

function keysIn(
  value: unknown,
  keys: Keys,
  prefix: string,
): readonly { readonly key: string; readonly known: boolean }[] {
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const key = `${prefix}${name}`;
    if (!Object.hasOwn(keys, name)) return [{ key, known: false }];
    const below = keys[name] ?? null;
    const found = below === null ? [] : keysIn(inner, below, `${key}.`);
    return found.length > 0 ? found : [{ key, known: true }];
  });
}
