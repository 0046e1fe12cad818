export declare const carWash: () => import("./study.ts").Study;
