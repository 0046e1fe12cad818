#!/usr/bin/env node
import { EXIT } from "./exit-codes.ts";
import { main, report } from "./program.ts";
import { guardStreams } from "./terminal.ts";

guardStreams();
process.on("uncaughtException", (error) => process.exit(report(error)));
const code = await main(process.argv.slice(2));
// Not process.exit(): what is still in a pipe must get through. A failed stdout has set its own code already.
if (code !== EXIT.ok) process.exitCode = code;
