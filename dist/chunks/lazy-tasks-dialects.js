import { findBacklogs } from "./tasks-dialects.js";

export { findBacklogs };