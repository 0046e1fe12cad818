export declare const machineShop: () => import("./study.ts").Study;
