import { type Diagnostic } from "../../scenarios/language/index.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import type { Colors, Terminal } from "../terminal.ts";
/** Reads a scenario; says its warnings, or fails with all its errors at once. */
export declare function load(file: string, terminal: Terminal, quiet?: boolean): Promise<Scenario>;
export declare function diagnosticsText(diagnostics: readonly Diagnostic[], colors: Colors): string;
/** "1 error", "3 errors" */
export declare function count(diagnostics: readonly Diagnostic[], severity: Diagnostic["severity"]): string;
