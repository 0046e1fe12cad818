import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import type { LoadLine, Point } from "./record.ts";
export declare function findBottleneck(point: Point, deployment: DeploymentSpec): NonNullable<LoadLine["bottleneck"]>;
