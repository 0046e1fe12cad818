/** The look of each deployment: colour, marker and dash, so that no curve is known by its colour alone. */
import type { StudyRecord } from "../../scenarios/study/record.ts";
export interface Identity {
    /** Key of the colour: property `--deployment-KEY`. */
    readonly key: string;
    readonly colour: string;
    /** Name of a Vega symbol. */
    readonly shape: string;
    readonly dash: readonly number[];
}
/** By name of the deployment. The first of a model has the model's colour, further ones take what is left. */
export declare function identities(record: StudyRecord): ReadonlyMap<string, Identity>;
