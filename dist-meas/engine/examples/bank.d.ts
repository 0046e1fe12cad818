export declare const bank: () => import("./study.ts").Study;
