/** Turns what a study tells of itself into lines of progress. */
import type { Progress as StudyEvent } from "../../scenarios/study/index.ts";
import type { Progress } from "../progress.ts";
export declare class StudyProgress {
    private readonly progress;
    /** What each unfinished deployment is being tried with. */
    private readonly trying;
    /** Of each deployment: the largest load that was announced to meet the objective, and whether one was that does not. */
    private readonly announced;
    private loads;
    private replications;
    constructor(progress: Progress);
    show(event: StudyEvent): void;
    /** The first steps of the search, so that there is something to read within seconds: loads at least doubled, and the first that is too large. */
    private announce;
}
