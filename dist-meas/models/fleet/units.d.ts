import type { Unit } from "../service/unit.ts";
export declare const UNITS: {
    readonly vm: Unit<import("../index.ts").VmSpec>;
    readonly container: Unit<import("../index.ts").ContainerSpec>;
    readonly function: Unit<import("../index.ts").FunctionSpec>;
};
export type UnitKind = keyof typeof UNITS;
/** What an application runs in, as plain numbers. */
export type UnitSpec = {
    [Kind in UnitKind]: (typeof UNITS)[Kind] extends Unit<infer Spec> ? Spec : never;
}[UnitKind];
/** What the house has to know of the unit that `spec` is of. */
export declare const unitOf: (spec: UnitSpec) => Unit<UnitSpec>;
