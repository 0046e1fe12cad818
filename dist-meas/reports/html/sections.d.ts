import type { StudyRecord } from "../../scenarios/study/record.ts";
import { type Section } from "./parts.ts";
/** A marker in its colour before the name of a deployment. */
export declare function deploymentMarks(record: StudyRecord): ReadonlyMap<string, string>;
export declare function sections(record: StudyRecord): Promise<readonly Section[]>;
