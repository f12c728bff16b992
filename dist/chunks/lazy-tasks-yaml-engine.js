import { readYaml } from "./tasks-yaml-engine.js";

export { readYaml };