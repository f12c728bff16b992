import { openTasks } from "./tasks-store.js";

export { openTasks };