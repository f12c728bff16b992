import { startGithubServer } from "../servers/github/start.ts";
import { contract } from "./tracker-contract.ts";

contract(startGithubServer, "github");
