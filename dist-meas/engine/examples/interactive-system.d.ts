export declare const interactiveSystem: () => import("./study.ts").Study;
