import { EXIT } from "./exit-codes.ts";

/** A second signal counts only after this time [ms]: under `npm start` one Ctrl-C arrives twice, from the terminal and from npm. */
const REPEAT_AFTER = 400;

export interface Interruption {
  /** Aborted by the first SIGINT or SIGTERM: finish what there is. */
  readonly signal: AbortSignal;
  /** Exit code of the signal that came, if one came. */
  readonly code: typeof EXIT.interrupted | typeof EXIT.terminated | undefined;
  dispose(): void;
}

/** Listens for Ctrl-C and SIGTERM; the first one aborts the signal and calls `onFirst`, a later one quits at once. */
export function listenForInterruption(onFirst: () => void, clock: () => number = () => performance.now()): Interruption {
  const controller = new AbortController();
  let code: Interruption["code"];
  let since = 0;
  const handle = (name: NodeJS.Signals): void => {
    if (code !== undefined) {
      if (clock() - since > REPEAT_AFTER) process.exit(code);
      return;
    }
    since = clock();
    code = name === "SIGINT" ? EXIT.interrupted : EXIT.terminated;
    onFirst();
    controller.abort();
  };
  process.on("SIGINT", handle);
  process.on("SIGTERM", handle);
  return {
    signal: controller.signal,
    get code() {
      return code;
    },
    dispose() {
      process.off("SIGINT", handle);
      process.off("SIGTERM", handle);
    },
  };
}
