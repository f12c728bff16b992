import { parseWaivers, readWaivers } from "./policy-waivers.js";

export { parseWaivers, readWaivers };