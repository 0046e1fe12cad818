/** Containers as plain numbers. SI units. */
export interface ContainerEngineSpec {
  readonly name: string;
  /** Daemons, once per host [B]. */
  readonly daemonMemory: number;
  /** Supervising process (shim), per container [B]. */
  readonly shimMemory: number;
  /** CPU work of creating and starting one container [s at `startSpeed`], and data it reads from the image [B]. */
  readonly startCpu: number;
  readonly startSpeed: number;
  readonly startRead: number;
  /** Added to a network round trip by bridge and address translation [s]; half each way. */
  readonly networkRoundTrip: number;
}

export interface SecuritySpec {
  readonly name: string;
  /** Added to every system call [s]. */
  readonly perCall: number;
}

export interface ContainerSpec {
  readonly kind: "container";
  readonly engine: ContainerEngineSpec;
  readonly security: SecuritySpec;
  /** Quota [cores]. */
  readonly cpus: number;
  /** Limit [B]. */
  readonly memory: number;
}
