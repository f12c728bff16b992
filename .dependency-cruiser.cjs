/**
 * Who may import whom in src/. A room is a folder of src/, or one file directly in it. Each line says what a room may
 * import beside itself and why no more; anything else is forbidden. test/house/laws.test.ts plants forbidden imports
 * and sees them refused, and holds this list equal to the folders that exist.
 *
 * packages: may be loaded · types: only their types may be named · node: modules of Node, `*` for any that no line of
 * GUARDED below keeps for other rooms.
 */
const PURE = ["path", "path/posix"];

const ROOMS = {
  core: {
    rooms: [],
    types: ["zod"],
    why: "The vocabulary that everybody shares depends on nobody, or nothing could be judged on its own.",
  },
  references: {
    rooms: ["core"],
    why: "Pure text work; the hook's fast path carries all of it.",
  },
  rules: {
    rooms: ["core"],
    types: ["zod"],
    why: "A rule judges evidence. What it fetched itself could answer otherwise when the evidence is replayed.",
  },
  controls: {
    rooms: ["core"],
    why: "What an audit supports of published controls: data, and the arithmetic over one audit.",
  },
  reports: {
    rooms: ["core", "controls", "trace"],
    node: ["crypto"],
    why: "A renderer writes down a verdict that stands; it can't look anything up nor change it.",
  },
  git: {
    rooms: ["core", "references"],
    packages: ["simple-git"],
    node: ["*"],
    why: "The only room that talks to git.",
  },
  store: {
    rooms: ["attest", "core", "git"],
    node: ["*"],
    why: "The only room that keeps files under the git path.",
  },
  tasks: {
    rooms: ["core"],
    packages: ["gray-matter", "yaml"],
    types: ["zod"],
    node: PURE,
    why: "A task file is text in some tree: the working tree, a commit's or a test's.",
  },
  providers: {
    rooms: ["core", "tasks"],
    packages: [
      "hast-util-from-html",
      "hast-util-to-mdast",
      "ipaddr.js",
      "mdast-util-gfm",
      "mdast-util-to-markdown",
      "p-limit",
      "undici",
      "zod",
    ],
    node: ["crypto", "dns", "dns/promises", "net", "tls", "util", "zlib"],
    why: "A tracker's words become ours here and nowhere else; local tasks are the markdown tracker's.",
  },
  forge: {
    rooms: ["core", "providers"],
    types: ["zod"],
    why: "Where pull requests live: it shares the one way out with the trackers, and no tracker's own words.",
  },
  policy: {
    rooms: ["core", "rules", "providers"],
    packages: ["yaml", "zod", "picomatch"],
    node: [...PURE, "crypto"],
    why: "The law is read from a tree; it asks the registries what can be named in it and nothing else.",
  },
  gather: {
    rooms: ["core", "references", "git", "tasks", "store"],
    packages: ["p-limit", "picomatch"],
    node: ["crypto", "module"],
    why: "Makes evidence of what ports tell; a tracker comes in as a port.",
  },
  history: {
    rooms: ["core", "references", "git", "gather", "store", "tasks"],
    why: "Walks a whole history in one stream and keeps columns; it decides nothing.",
  },
  connect: {
    rooms: ["core", "forge", "git", "providers", "gather", "store"],
    node: ["timers/promises"],
    why: "Opens lines to trackers and forges: where a token may go, where it is found, and how long anybody waits.",
  },
  ledger: {
    rooms: ["core"],
    node: ["buffer", "crypto"],
    why: "A ledger is bytes under a signature: who reads or writes one needs no file, no git and no tracker for it.",
  },
  sigstore: {
    rooms: ["core", "ledger", "providers"],
    packages: ["@sigstore/bundle", "@sigstore/protobuf-specs", "@sigstore/tuf", "@sigstore/verify"],
    node: ["crypto"],
    why: "What a Sigstore bundle proves, and how one is made; it is handed the lines it asks on, and loaded only where there is one.",
  },
  ledgers: {
    rooms: ["core", "connect", "git", "ledger", "sigstore", "store"],
    why: "Opens the ledger that the law names, from a ref, a file or an address, for every use case.",
  },
  "ledger-commands": {
    rooms: [
      "core",
      "connect",
      "gate",
      "gather",
      "git",
      "ledger",
      "ledgers",
      "providers",
      "signing",
      "sigstore",
      "store",
    ],
    node: PURE,
    why: "The use cases of those who issue a ledger and look into one; no verdict comes from here.",
  },
  opening: {
    rooms: ["git"],
    why: "Asks git the first questions; it is loaded before anything else of a use case, so it carries nothing else.",
  },
  gate: {
    rooms: [
      "core",
      "connect",
      "opening",
      "policy",
      "rules",
      "git",
      "providers",
      "gather",
      "ledgers",
      "references",
      "store",
      "tasks",
    ],
    node: PURE,
    why: "Opens repository, law and sources once for every use case; it judges nothing.",
  },
  page: {
    rooms: ["core", "reports"],
    packages: ["@tanstack/virtual-core", "d3-hierarchy", "d3-scale", "d3-shape", "preact"],
    why: "Runs in a browser that shows an audit: it reads what its renderer wrote, and there is nothing else that it could reach.",
  },
  attest: {
    rooms: ["core", "ledger", "reports"],
    node: ["crypto"],
    why: "Says of a report what others can verify without us; it is handed all that it says, and what it signs with.",
  },
  signing: {
    rooms: ["attest", "connect", "core", "ledger", "providers", "sigstore"],
    node: ["crypto"],
    why: "Finds what signs, a key or an identity; what is signed is nothing to it.",
  },
  verify: {
    rooms: ["attest", "core", "gate", "git", "ledger", "reports", "sigstore"],
    packages: ["ajv"],
    node: ["crypto"],
    why: "The use case of who is handed evidence: it believes nothing that it did not check, and asks nobody but git.",
  },
  "audit-folder": {
    rooms: ["attest", "core", "reports"],
    node: ["crypto", "fs", "path"],
    why: "The use case that writes an audit down, with the digests of its files; it judges nothing.",
  },
  live: {
    rooms: ["core", "gate", "opening", "store"],
    node: ["crypto", "http", "stream", "stream/promises"],
    why: "Shows something to browsers on this machine, and looks again when the repository moved; what it shows is handed in.",
  },
  trace: {
    rooms: ["core", "gather", "git", "references", "store"],
    why: "What leads from a ticket to commits, files and lines, and back: counted from columns, and read from git where they are made.",
  },
  audit: {
    rooms: [
      "core",
      "check",
      "gate",
      "gather",
      "git",
      "history",
      "ledger",
      "ledgers",
      "opening",
      "references",
      "reports",
      "rules",
      "store",
      "trace",
    ],
    packages: ["ajv"],
    node: ["crypto"],
    why: "The use case of a whole history and tree: looked at in parts, folded once, so that parts and whole are the same.",
  },
  "read-ahead": {
    rooms: ["core", "gate", "git", "history", "store"],
    why: "Lets git begin on a range that a door will have judged; it reads nothing itself, so it is loaded before what does.",
  },
  check: {
    rooms: ["core", "gate", "gather", "history", "rules"],
    why: "The use case: evidence, rules, one fold. It knows no door.",
  },
  "check-pr": {
    rooms: [
      "core",
      "check",
      "connect",
      "gate",
      "gather",
      "git",
      "history",
      "opening",
      "policy",
      "rules",
      "specs",
      "tasks",
    ],
    why: "The use case of a pull request: asked of its forge as it is now, judged by the law of its base.",
  },
  ci: {
    rooms: ["core"],
    why: "What a CI system's variables say is text; the start of every command asks whether there is one.",
  },
  "check-ci": {
    rooms: ["core", "check", "check-pr", "ci", "connect", "gate", "git", "history", "opening"],
    why: "The use case of a run of CI: which pull request or range it is about, and where its system takes a report.",
  },
  simulate: {
    rooms: ["core", "check", "gate", "git", "opening", "store"],
    why: "The use case that counts what the law would have done to a history; it judges by check and adds up.",
  },
  guard: {
    rooms: ["core", "check", "gate", "gather", "git", "policy", "references", "rules", "store", "tasks"],
    why: "The use case of a commit message: judged as git stores it; keeps what lets the next one be quick.",
  },
  "guard-staged": {
    rooms: ["core", "check", "gate", "gather", "rules"],
    why: "The use case of what is staged, before there is a message.",
  },
  specs: {
    rooms: ["core", "reports", "tasks"],
    node: ["crypto"],
    why: "Finds what a ticket says will be built, weighs it and writes it into texts; trackers come in as ports. What it writes is escaped where everything is.",
  },
  satellite: {
    rooms: [
      "core",
      "connect",
      "forge",
      "gate",
      "gather",
      "git",
      "policy",
      "providers",
      "references",
      "specs",
      "store",
      "tasks",
    ],
    packages: ["mdast-util-from-markdown"],
    node: PURE,
    why: "Keeps a task and its upstream ticket one: pull, sync, push. What is written upstream goes through writes.ts alone.",
  },
  remotes: {
    rooms: ["core", "connect", "gate", "git"],
    why: "The use case that says which trackers can be asked, and by what right.",
  },
  "forge-guard": {
    rooms: ["core", "gate", "setup"],
    why: "The use case that asks the forge whether it holds a branch to the gate; it changes nothing.",
  },
  approve: {
    rooms: ["core", "connect", "gate", "gather", "tasks"],
    why: "The use case that posts an approval; it judges only whether anybody would count it.",
  },
  push: {
    rooms: ["core", "check", "gate", "git", "opening", "read-ahead", "record-evidence", "rules", "store"],
    why: "The use case of a push, before it leaves and where it arrives: which commits are new, and by which law.",
  },
  "evidence-context": {
    rooms: ["attest", "core", "gate", "git", "ledger"],
    why: "Says where and by which law something was judged, as git tells it; evidence is made of nothing else.",
  },
  "record-evidence": {
    rooms: ["attest", "core", "evidence-context", "git", "ledger", "reports", "signing", "store"],
    why: "The use case of a server that writes down what it let in: once refs have moved, as signed notes.",
  },
  "fill-trailer": {
    rooms: ["core", "gate", "gather", "git"],
    why: "The use case of a message that is about to be written; it judges nothing.",
  },
  "scan-tree": {
    rooms: ["core", "git", "references"],
    why: "The use case that finds references in a tree's files; it asks nobody about them.",
  },
  setup: {
    rooms: ["core", "controls", "git", "ledger", "tasks", "policy", "store"],
    packages: ["yaml", "zod"],
    node: ["*"],
    why: "The use case that makes a repository ready; it judges nothing.",
  },
  world: {
    rooms: ["core", "git", "store"],
    node: [...PURE, "process", "url"],
    why: "The process as it is, and no more.",
  },
  hook: {
    rooms: [
      "core",
      "fill-trailer",
      "guard",
      "guard-staged",
      "push",
      "world",
      "reports",
      "store",
      "references",
    ],
    node: ["*"],
    why: "A door: reads the world once, asks one use case, writes the answer down.",
  },
  cli: {
    rooms: [
      "approve",
      "attest",
      "audit",
      "audit-folder",
      "core",
      "check",
      "check-ci",
      "check-pr",
      "ci",
      "controls",
      "evidence-context",
      "forge-guard",
      "gate",
      "guard",
      "ledger",
      "ledger-commands",
      "live",
      "opening",
      "world",
      "record-evidence",
      "remotes",
      "reports",
      "policy",
      "read-ahead",
      "references",
      "tasks",
      "rules",
      "satellite",
      "scan-tree",
      "setup",
      "signing",
      "simulate",
      "trace",
      "hook",
      "verify",
    ],
    packages: ["@clack/prompts", "commander", "yaml"],
    node: ["*"],
    why: "A door: reads the world once, asks one use case, writes the answer down.",
  },
  action: {
    rooms: [
      "audit",
      "core",
      "audit-folder",
      "check",
      "check-pr",
      "connect",
      "evidence-context",
      "gate",
      "gather",
      "git",
      "ledger-commands",
      "record-evidence",
      "reports",
      "attest",
      "rules",
      "signing",
      "world",
    ],
    packages: ["@actions/artifact", "@actions/core", "@actions/github", "p-limit"],
    node: ["*"],
    why: "A door, and the ground that it brings along: what actions/checkout did not fetch, and what GitHub's API tells instead.",
  },
  index: {
    rooms: [
      "core",
      "check",
      "forge",
      "gate",
      "gather",
      "history",
      "references",
      "reports",
      "rules",
      "trace",
      "world",
    ],
    why: "The public face: what is not here is private. Of rooms that it does not open it names types.",
  },
  rule: { rooms: ["core"], why: "The public face for those who write a rule." },
  provider: { rooms: ["core", "providers"], why: "The public face for those who write a provider." },
};

/** Modules and packages that reach outside, and the only places that may load them. */
const GUARDED = [
  {
    name: "child-processes-only-in-git",
    modules: ["child_process"],
    only: ["^src/git/"],
    why: "One spawner takes argument arrays, never a shell, and hides nothing from git's own environment.",
  },
  {
    name: "files-only-at-the-edge",
    modules: ["fs", "fs/promises"],
    only: ["^src/(git|store|setup|hook|cli|action)/", "^src/(tasks/store|audit-folder)\\.ts$"],
    why: "What a verdict rests on comes through a trusted tree, or a pull request could judge itself.",
  },
  {
    name: "network-only-in-one-file",
    modules: ["http", "https", "http2", "net", "tls", "dgram", "dns"],
    only: ["^src/providers/http\\.ts$", "^src/live/listen\\.ts$"],
    why: "One file asks and one answers, for this machine alone. Deadline, proxy, redaction and the list of allowed hosts hold for every request or for none.",
  },
];

const PACKAGE = ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"];
const inRoom = (room) => `^src/${room}(/|\\.ts$)`;
const inPackage = (name) => `(^|/)node_modules/${name}/`;
const nodeModule = (names) => `^(node:)?(${names.join("|")})$`;

/** What one line of ROOMS forbids. */
function lawsOf([room, { rooms, packages = [], types = [], node = [], why }]) {
  const from = { path: inRoom(room) };
  const laws = [
    law(`${room}-imports-rooms`, why, from, { path: "^src/", pathNot: [room, ...rooms].map(inRoom) }),
    law(`${room}-imports-packages`, why, from, {
      dependencyTypes: PACKAGE,
      pathNot: [...packages, ...types].map(inPackage),
    }),
  ];
  for (const name of types) {
    laws.push(
      law(
        `${room}-names-types-of-${name}`,
        `${why} Of ${name} it may name types; they cost nothing when it runs.`,
        from,
        {
          path: inPackage(name),
          dependencyTypesNot: ["type-only"],
        },
      ),
    );
  }
  if (!node.includes("*")) {
    const to = { dependencyTypes: ["core"], dependencyTypesNot: ["type-only"] };
    laws.push(
      law(`${room}-imports-node`, why, from, node.length > 0 ? { ...to, pathNot: nodeModule(node) } : to),
    );
  }
  return laws;
}

function law(name, comment, from, to) {
  return { name, severity: "error", comment, from, to };
}

const DOORS = "^src/(hook|cli|action|mcp)/";

const forbidden = [
  ...Object.entries(ROOMS).flatMap(lawsOf),
  ...GUARDED.map(({ name, modules, only, why }) =>
    law(name, why, { path: "^src/", pathNot: only }, { path: nodeModule(modules) }),
  ),
  law("no-circle", "Two files that need each other are one file, or miss a third.", {}, { circular: true }),
  law(
    "no-dead-end",
    "An import that leads nowhere fails only when it is reached.",
    {},
    { couldNotResolve: true },
  ),
  law(
    "nothing-imports-a-door",
    "A door is where the world comes in; what is behind it can't know which one was used. The command line may hand on to the hook.",
    { path: "^src/", pathNot: DOORS },
    { path: DOORS },
  ),
  law(
    "no-rule-imports-another",
    "One file is one rule: it can be read, tested, turned off and removed alone.",
    { path: "^src/rules/(?!index\\.ts)([^/]+)\\.ts$" },
    { path: "^src/rules/[^/]+\\.ts$" },
  ),
  law(
    "no-provider-imports-another",
    "A tracker's oddities stay in its own folder.",
    { path: "^src/providers/([^/]+)/" },
    { path: "^src/providers/[^/]+/", pathNot: "^src/providers/$1/" },
  ),
  law(
    "no-forge-imports-another",
    "A forge's oddities stay in its own folder.",
    { path: "^src/forge/([^/]+)/" },
    { path: "^src/forge/[^/]+/", pathNot: "^src/forge/$1/" },
  ),
  law(
    "forge-shares-transport-only",
    "A repository may have its tickets elsewhere: what a tracker means by an answer is nothing to a forge.",
    { path: "^src/forge/" },
    { path: "^src/providers/([^/]+/|index\\.ts$|provider\\.ts$)" },
  ),
  law(
    "satellite-shares-clean-text-only",
    "What is made fit to be shown is made so in one place; which tracker it comes from is nothing to a task file.",
    { path: "^src/satellite/" },
    { path: "^src/providers/", pathNot: "^src/providers/text\\.ts$" },
  ),
  law(
    "reports-share-the-map-only",
    "What leads to what is counted once; a renderer may write that map down, and nothing of what reads git.",
    { path: "^src/reports/" },
    { path: "^src/trace/", pathNot: "^src/trace/(map|covered)\\.ts$" },
  ),
  law(
    "policy-knows-registries-only",
    "The law can name rules and settings; it must not depend on how any of them works.",
    { path: "^src/policy/" },
    {
      path: "^src/(rules|providers)/",
      pathNot: ["^src/rules/index\\.ts$", "^src/providers/([^/]+/settings|settings)\\.ts$"],
    },
  ),
  law(
    "page-shares-text-only",
    "How a text is made safe and a number is written is told in one place; what a renderer does with an audit is nothing to a browser.",
    { path: "^src/page/" },
    { path: "^src/reports/", pathNot: "^src/reports/(escape|layout)\\.ts$" },
  ),
  law(
    "hook-fast-path-is-small",
    "It runs at every commit: references, types and the compiled index, not one library, not the engine.",
    { path: "^src/hook/fast\\.ts$" },
    { path: "^src/", pathNot: ["^src/(references|core|hook|store)/"] },
  ),
  law(
    "toolkit-only-when-asked",
    "The toolkit of GitHub's runner takes longer to load than a check takes; a run loads what it needs of it.",
    { path: "^src/" },
    { path: inPackage("@actions/[^/]+"), dynamic: false, dependencyTypesNot: ["type-only"] },
  ),
  law(
    "sources-do-not-import-tests",
    "What is shipped can't depend on what checks it.",
    { path: "^src/" },
    { path: "^(test|bench|scripts|examples)/" },
  ),
];

module.exports = {
  forbidden,
  options: {
    // Type-only imports are architecture too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
  },
};
