import { startGitlabServer } from "../servers/gitlab/start.ts";
import { contract } from "./tracker-contract.ts";

contract(startGitlabServer, "gitlab");
