export declare const jacksonNetwork: () => import("./study.ts").Study;
