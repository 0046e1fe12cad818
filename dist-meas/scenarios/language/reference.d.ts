/** The reference page of the scenario language, generated from its schema: docs/scenario-language.md. */
import type { JsonSchema } from "./text/json-schema.ts";
/** Text of the page (Markdown) for the JSON Schema of a scenario file. */
export declare function scenarioReference(schema: JsonSchema): string;
