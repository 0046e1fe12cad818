/** Runs, load lines and studies. */
export { createPool, executeHere } from "./execute.js";
export { runSingle, runStudy } from "./run-study.js";
