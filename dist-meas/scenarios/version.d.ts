/** The version of the package, from its package.json, which lies one folder further up from dist/scenarios than from scenarios. */
export declare const version: string;
