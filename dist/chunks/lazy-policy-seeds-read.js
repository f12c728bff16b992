import { readSeeds, seedProblems } from "./policy-seeds-read.js";

export { readSeeds, seedProblems };