/** Changes of what holds back an instance that runs all the time, whatever its kind. */
import type { Change } from "../host/changes.ts";
import type { UnitPart } from "./unit.ts";
/** An instance's own limit, lifted or doubled. */
export declare const limitChange: <Thing>(words: string, changed: Thing) => Change<Thing>;
/** Of what virtual machines and containers have in common: the application's threads, and a choice of CPUs. */
export declare function changesOfAll<Spec extends {
    readonly cpuset?: readonly number[] | undefined;
}>({ app, unit, }: UnitPart<Spec>): Change<UnitPart<Spec>>[];
