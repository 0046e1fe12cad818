/** What the examples have in common: independent runs, steady state, and a table of results beside the theory. */
import { type Simulation, type Station } from "../index.ts";
export interface Estimate {
    readonly what: string;
    /** One value a run. */
    readonly values: readonly number[];
    readonly theory: number;
}
export interface Study {
    readonly text: string;
    readonly estimates: readonly Estimate[];
}
/** Runs a model with seeds 1, 2, ... and sets its results, by name, beside those of the theory. */
export declare function study(title: string, run: (seed: number) => Record<string, number>, theory: Record<string, number>): Study;
/** Averages over the steady state, times in seconds. */
export interface Steady {
    readonly throughput: number;
    /** Mean number of customers present. */
    readonly number: number;
    /** Mean time in station, by Little's law. */
    readonly response: number;
    readonly utilization: number;
    /** Share of those arriving that is lost. */
    readonly lossShare: number;
}
/** Runs for `warmUp` and then for `duration` [s], audits, and returns what the stations did in the latter. */
export declare function steadyState(simulation: Simulation, warmUp: number, duration: number, stations: readonly Station[]): Steady[];
/** Steady-state probabilities of 0, 1, ..., last customers, from the rates of arrival at n and of departure at n. */
export declare function birthDeath(arrival: (n: number) => number, departure: (n: number) => number, last: number): number[];
/** Σ value(n) p(n). */
export declare const expected: (probabilities: readonly number[], value: (n: number) => number) => number;
/** Probabilities of 0, 1, ..., last events where `mean` are expected. */
export declare function poisson(mean: number, last: number): number[];
