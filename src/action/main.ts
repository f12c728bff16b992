import { leaveNow, realWorld } from "../world.ts";
import { act } from "./act.ts";

void act(realWorld()).then(leaveNow);
