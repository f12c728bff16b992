import { checkCommits, checkMessage } from "./check.js";

export { checkCommits };