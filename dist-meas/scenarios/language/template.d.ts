/** Text of a commented scenario to start from. */
export declare function template(): string;
