/** What becomes of work under way when a study is interrupted. */

export class Interrupted extends Error {}

/** Those who wait, by the signal that ends their waiting: one listener for all, however many there are. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/** Settles with the work, or is rejected as soon as the study is interrupted; what the work does later is nobody's business. */
export function orInterrupted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const others = waitingFor(signal);
    const giveUp = (): void => reject(new Interrupted());
    others.add(giveUp);
    if (signal.aborted) giveUp();
    work.then(resolve, (error: unknown) => reject(signal.aborted ? new Interrupted() : error)).finally(() => others.delete(giveUp));
  });
}

function waitingFor(signal: AbortSignal): Set<() => void> {
  const known = waiting.get(signal);
  if (known !== undefined) return known;
  const created = new Set<() => void>();
  signal.addEventListener("abort", () => created.forEach((giveUp) => giveUp()), { once: true });
  waiting.set(signal, created);
  return created;
}
