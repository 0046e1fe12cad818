/** One server and Poisson arrivals: first come, first served; processor sharing; priorities. Rates [1/s], times [s]. */

/** A class of customers: arrival rate, mean service time and the squared coefficient of variation of service times. */
export interface CustomerClass {
  readonly arrivalRate: number;
  readonly service: number;
  /** Default 1, exponential. */
  readonly cv2?: number;
}

/** Mean response time of M/G/1, first come, first served. Source: Pollaczek 1930, Khinchine 1932. */
export function pollaczekKhinchine(arrivalRate: number, service: number, cv2: number): number {
  const load = arrivalRate * service;
  return service + (load * service * (1 + cv2)) / (2 * (1 - load));
}

/** Mean response time of M/G/1 with processor sharing: the same for all distributions of one mean. Source: Sakata, Noguchi, Oizumi 1969. */
export const processorSharing = (arrivalRate: number, service: number): number => service / (1 - arrivalRate * service);

/** Load of the classes 0..k. */
const loadUpTo = (classes: readonly CustomerClass[], k: number): number =>
  classes.slice(0, k + 1).reduce((sum, { arrivalRate, service }) => sum + arrivalRate * service, 0);

/** Mean work left of a service found in progress, of classes 0..k: sum of arrival rate * E[S^2] / 2. */
const residualUpTo = (classes: readonly CustomerClass[], k: number): number =>
  classes.slice(0, k + 1).reduce((sum, { arrivalRate, service, cv2 = 1 }) => sum + (arrivalRate * service * service * (1 + cv2)) / 2, 0);

/**
 * Mean response times of the classes of M/G/1, the most urgent first; service in progress is finished.
 * Source: Cobham, Operations Research 2(1), 1954.
 */
export function nonPreemptivePriorities(classes: readonly CustomerClass[]): number[] {
  const residual = residualUpTo(classes, classes.length - 1);
  return classes.map(({ service }, k) => service + residual / ((1 - loadUpTo(classes, k - 1)) * (1 - loadUpTo(classes, k))));
}

/**
 * Mean response times of the classes of M/G/1, the most urgent first; an urgent customer stops the service of others, who go on later
 * where they were stopped. Source: Conway, Maxwell, Miller, Theory of Scheduling, 1967, 8-6.
 */
export function preemptiveResumePriorities(classes: readonly CustomerClass[]): number[] {
  return classes.map(({ service }, k) => {
    const free = 1 - loadUpTo(classes, k - 1);
    return service / free + residualUpTo(classes, k) / (free * (1 - loadUpTo(classes, k)));
  });
}
