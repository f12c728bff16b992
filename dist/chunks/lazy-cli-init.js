import { command } from "./cli-init.js";

export { command };