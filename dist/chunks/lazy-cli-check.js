import { command } from "./cli-check.js";

export { command };