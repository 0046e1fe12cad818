export declare const tandem: () => import("./study.ts").Study;
