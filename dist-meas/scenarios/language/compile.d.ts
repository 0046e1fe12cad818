/** From a checked file to a scenario: every section that is sound is compiled, so that one run finds as many errors as there are. */
import type { Scenario } from "../scenario.ts";
import type { TraceReader } from "./sections/trace-reader.ts";
import type { Path } from "./text/document.ts";
import type { Compilation } from "./text/resolve.ts";
/** `sound` tells whether the form of a section is right; the others are skipped. Undefined if the scenario has errors. */
export declare function compile(into: Compilation, traces: TraceReader, source: Scenario["source"], sound: (path: Path) => boolean): Promise<Scenario | undefined>;
