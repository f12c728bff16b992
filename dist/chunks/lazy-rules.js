import { rules } from "./rules.js";

export { rules };