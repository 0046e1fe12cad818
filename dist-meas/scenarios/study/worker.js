import { simulate } from "../../models/run/simulate.js";
export default (run) => simulate(run);
