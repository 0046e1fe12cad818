/** Tables of fields: what a section of a file may say, key by key. One table gives the schema, the values and their types. */
import type { Field } from "./fields.ts";
/** Fields by key; nested keys are tables of their own. */
export interface Fields {
    readonly [key: string]: Field<unknown> | Nested<Fields>;
}
export interface Nested<Table> {
    /** What the map is, for the reference. */
    readonly about: string;
    readonly fields: Table;
}
export declare const nested: <Table>(about: string, fields: Table) => Nested<Table>;
/** The values that a table of fields reads. */
export type Values<Table> = {
    readonly [Key in keyof Table]: Table[Key] extends {
        parse(raw: unknown): infer Result;
    } ? Extract<Result, {
        value: unknown;
    }> extends {
        value: infer Value;
    } ? Value : never : Table[Key] extends Nested<infer Inner> ? Values<Inner> : never;
};
export declare function isField(entry: Field<unknown> | Nested<Fields>): entry is Field<unknown>;
