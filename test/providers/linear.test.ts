import { startLinearServer } from "../servers/linear/index.ts";
import { contract } from "./tracker-contract.ts";

contract(startLinearServer, "Linear");
