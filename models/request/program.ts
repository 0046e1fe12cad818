/** The steps of a request in the form that the hot path reads: an operation and an amount each, in typed arrays. */
import { type RandomStream, sampler } from "../../engine/index.ts";
import type { AppSpec, StepSpec } from "../workload/spec.ts";

export const CPU = 0;
export const TOUCH = 1;
export const READ = 2;
export const WRITE = 3;
export const REPLY = 4;
export const BUFFERED_READ = 5;
export const BUFFERED_WRITE = 6;

const OPERATION: Readonly<Record<StepSpec["kind"], number>> = {
  cpu: CPU,
  touch: TOUCH,
  read: READ,
  write: WRITE,
  reply: REPLY,
  bufferedRead: BUFFERED_READ,
  bufferedWrite: BUFFERED_WRITE,
};

/** Amount of a CPU step that has no demand of its own: it works off what protocols and traps have added. */
export const PROTOCOL_WORK = -1;

export interface Program {
  readonly operations: Uint8Array;
  /** CPU: which of the request's demands, or PROTOCOL_WORK. TOUCH: pages. Others: bytes. */
  readonly amounts: Float64Array;
  readonly cpuSteps: number;
}

/** A burst of protocol work is put in front of the reply, because sending costs CPU time too. */
export function compileProgram(app: AppSpec): Program {
  const operations: number[] = [];
  const amounts: number[] = [];
  let cpuSteps = 0;
  for (const step of app.request) {
    if (step.kind === "reply") {
      operations.push(CPU, REPLY);
      amounts.push(PROTOCOL_WORK, step.size);
    } else {
      operations.push(OPERATION[step.kind]);
      amounts.push(step.kind === "cpu" ? cpuSteps++ : step.kind === "touch" ? step.pages : step.size);
    }
  }
  return { operations: Uint8Array.from(operations), amounts: Float64Array.from(amounts), cpuSteps };
}

/**
 * One sampler a CPU step: seconds on a core of speed `hostSpeed`, for a request that came from `row` of its trace.
 * Demands are drawn when a request arrives, so that it brings the same work to every execution model.
 */
export function demandSamplers(app: AppSpec, stream: RandomStream, hostSpeed: number): ((row: number) => number)[] {
  const columnsOf = new Map(app.arrivals.flatMap((arrivals) => (arrivals.kind === "trace" ? Object.entries(arrivals.trace.columns) : [])));
  return app.request.flatMap((step) => {
    if (step.kind !== "cpu") return [];
    const scale = step.speed / hostSpeed;
    if (step.demand.kind === "drawn") {
      const draw = sampler(step.demand.distribution, stream);
      return [() => draw() * scale];
    }
    const terms = Object.entries(step.demand.secondsPer).map(([name, each]) => ({ values: columnsOf.get(name), each: each * scale }));
    return [(row: number) => terms.reduce((sum, term) => sum + (term.values?.[row] ?? 0) * term.each, 0)];
  });
}
