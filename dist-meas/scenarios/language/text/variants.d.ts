import { type Field } from "./fields.ts";
import type { Nested } from "./tables.ts";
/** A field for each parameter of `Spec`, which says under `Tag` what kind it is. */
type Parameters<Spec, Tag extends keyof Spec> = {
    readonly [Key in Exclude<keyof Spec, Tag>]: Field<Spec[Key]>;
};
/** One entry for each kind of `Spec`: what it is, and its parameters. */
export type Variants<Spec extends Readonly<Record<Tag, string>>, Tag extends keyof Spec> = {
    readonly [Kind in Spec[Tag]]: Nested<Parameters<Extract<Spec, Readonly<Record<Tag, Kind>>>, Tag>>;
};
/** `short` is the kind that is meant by a value alone, which is its only parameter; it is also how that kind is formatted. */
export declare function variants<Spec extends Readonly<Record<Tag, string>>, Tag extends keyof Spec & string>(tag: Tag, table: Variants<Spec, Tag>, short: Spec[Tag], description: {
    readonly about: string;
    readonly example: unknown;
}): Field<Spec>;
export {};
