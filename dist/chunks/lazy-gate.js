import { openGate, watchedPaths } from "./gate.js";

export { openGate, watchedPaths };