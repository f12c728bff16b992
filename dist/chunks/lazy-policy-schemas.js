import { schemasFor } from "./policy-schemas.js";

export { schemasFor };