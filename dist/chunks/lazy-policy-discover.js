import { POLICY_FILES, findPolicy, sourcesOf } from "./policy-discover.js";

export { POLICY_FILES, findPolicy, sourcesOf };