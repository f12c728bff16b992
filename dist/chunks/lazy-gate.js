import { openGate, openPolicy, watchedPaths } from "./gate.js";

export { openGate, openPolicy, watchedPaths };