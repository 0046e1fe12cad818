/** manifest.json: everything needed to produce the same bytes again. */
import { createHash } from "node:crypto";
import type { StudyRecord } from "../scenarios/study/record.ts";

/** Facts about the machine and the call, gathered by the caller; they stand in the manifest and nowhere else. */
export interface Environment {
  /** Version of Node.js, e.g. "20.20.2". */
  readonly node: string;
  /** The command line without node and the script's path, e.g. ["compare", "iot-gateway.yaml"]. */
  readonly argv: readonly string[];
  /** Whatever else is worth keeping: platform, processor, wall time. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** @param files name and content of the files whose bytes can be reproduced. */
export function renderManifest(record: StudyRecord, files: Readonly<Record<string, string>>, environment: Environment): string {
  const manifest = {
    schemaVersion: 1,
    tool: { name: "plimsoll", version: record.plimsoll, node: environment.node },
    argv: environment.argv,
    seed: record.experiment.seed,
    complete: record.complete,
    scenario: {
      file: record.scenario.file,
      sha256: record.scenario.sha256,
      text: record.scenario.text,
      resolved: Object.fromEntries(record.values.map(({ path, value }) => [path, value])),
    },
    sha256: Object.fromEntries(Object.entries(files).map(([name, content]) => [name, sha256(content)])),
    fingerprints: Object.fromEntries(
      record.deployments.map(({ name, points }) => [
        name,
        Object.fromEntries(points.map(({ tenants, fingerprint }) => [tenants, fingerprint])),
      ]),
    ),
    environment: environment.facts ?? {},
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
