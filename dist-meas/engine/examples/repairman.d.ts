export declare const repairman: () => import("./study.ts").Study;
