import { guardMessage, judgeMessage } from "./guard.js";

export { judgeMessage };