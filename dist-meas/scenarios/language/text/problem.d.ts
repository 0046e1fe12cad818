/** What is wrong with a value, in the three parts of an error message. */
export interface Problem {
    readonly message: string;
    readonly expected?: string;
    readonly fix?: string;
}
export type Parsed<Value> = {
    readonly value: Value;
} | {
    readonly problem: Problem;
};
