export declare const processorSharing: () => import("./study.ts").Study;
