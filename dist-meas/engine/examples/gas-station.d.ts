export declare const gasStation: () => import("./study.ts").Study;
