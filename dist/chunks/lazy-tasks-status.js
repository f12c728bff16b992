import { isConfigured, readCategories, stateOf } from "./tasks-status.js";

export { isConfigured, readCategories, stateOf };