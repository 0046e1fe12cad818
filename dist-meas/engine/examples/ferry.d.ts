export declare const ferry: () => import("./study.ts").Study;
