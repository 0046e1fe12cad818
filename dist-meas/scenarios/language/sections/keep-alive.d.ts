export declare const keepAliveField: import("../text/fields.ts").Field<import("../../../models/serverless/policies/keep-alive/fixed.ts").FixedKeepAlive>;
