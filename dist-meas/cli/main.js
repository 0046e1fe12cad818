#!/usr/bin/env node
import { EXIT } from "./exit-codes.js";
import { processIo } from "./io.js";
import { report, runProgram } from "./program.js";
const io = processIo();
process.on("uncaughtException", (error) => process.exit(report(error, io)));
const code = await runProgram(io);
// Not process.exit(): what is still in a pipe must get through. A failed stdout has set its own code already.
if (code !== EXIT.ok)
    process.exitCode = code;
