/**
 * The start of an instance, a process: it runs on the cores, reads from the disk and waits for page frames beside the requests of everybody else, so a
 * boot storm slows what already serves, and a loaded host slows a boot.
 *
 *     template.start:   cpu ---- a burst in the instance's group on the host's cores
 *                       image -- a file through the host's page cache
 *                       fill --- for each segment: shared files are loaded, own memory takes frames, data comes on demand;
 *                                then the same inside a guest that pages by itself
 *     at its end the lifecycle says that the instance is ready; a kill on the way gives back what it holds or waits for
 */
import type { Process, Wait } from "../../engine/index.ts";
import { FOR_IO, FOR_MEMORY } from "../os/cpu/pressure.ts";
import type { Completions } from "../os/completions.ts";
import { type Memory, ROOT, type SegmentId } from "../os/memory/memory.ts";
import { DataFile } from "../os/storage/data-file.ts";
import type { FileContent } from "../os/storage/page-cache.ts";
import type { MemoryKind } from "../vocabulary.ts";
import type { System } from "../os/system.ts";
import { type Instance, NO_TASK } from "./instance.ts";
import type { GuestSegmentPlan, SegmentPlan } from "./template.ts";

/** What a memory limit counts: the application's own, not the engine's shim beside it. */
const CHARGED: ReadonlySet<MemoryKind> = new Set(["sharedCode", "code", "heap", "data"]);

export class Start {
  readonly #completions: Completions;
  readonly #onGuestOutOfMemory: (instance: Instance) => void;

  constructor(completions: Completions, onGuestOutOfMemory: (instance: Instance) => void) {
    this.#completions = completions;
    this.#onGuestOutOfMemory = onGuestOutOfMemory;
  }

  /** All steps of `instance`'s start, one after the other. */
  *run(instance: Instance): Process {
    for (const step of instance.template.start) {
      switch (step.kind) {
        case "cpu":
          yield* this.#compute(instance, step.work);
          break;
        case "image":
          yield* this.#load(instance, { content: step.file, kind: "imageCache", size: step.size, hot: 0 });
          break;
        case "fill":
          for (const plan of instance.template.segments) yield* this.#fill(instance, plan);
          for (const plan of instance.template.guest?.segments ?? []) yield* this.#fillInGuest(instance, plan);
      }
    }
  }

  #compute({ host, group }: Instance, work: number) {
    let task = NO_TASK;
    return this.#completions.of(
      "a core",
      (done, arg) => {
        task = host.cpu.submit(group, work, done, arg);
      },
      () => host.cpu.withdraw(task),
    );
  }

  #load({ host }: Instance, file: FileContent, group = ROOT): Process {
    const loaded = this.#completions.of(`the file "${file.content}"`, (done, arg) => host.files.load(file, done, arg, group));
    return stalled(host, FOR_IO, loaded);
  }

  #frames({ host }: Instance, memory: Memory, segment: SegmentId): Process {
    const filled = this.#completions.of("page frames", (done, arg) => memory.fill(segment, done, arg));
    return stalled(host, FOR_MEMORY, filled);
  }

  *#fill(instance: Instance, plan: SegmentPlan): Process {
    const { memory, files } = instance.host;
    const { kind, size, hot, content, onDemand } = plan;
    const group = CHARGED.has(kind) ? instance.memoryGroup : ROOT;
    if (content !== undefined) {
      const file = { content, kind, size, hot };
      addHot(instance, memory, files.segmentOf(file, group), plan);
      yield* this.#load(instance, file, group);
      return;
    }
    if (onDemand) {
      instance.dataFile = new DataFile(memory, kind, size, group);
      instance.segments.push(instance.dataFile.segment);
      instance.charged.push(instance.dataFile.segment);
      return;
    }
    const segment = memory.create(kind, size, hot, { anonymous: true, group });
    instance.segments.push(segment);
    if (plan.beside !== true) instance.charged.push(segment);
    addHot(instance, memory, segment, plan);
    if (kind === "guest" && (instance.template.guest?.segments.length ?? 0) > 0) {
      instance.guest?.boot(segment, () => this.#onGuestOutOfMemory(instance));
    }
    yield* this.#frames(instance, memory, segment);
  }

  /** The guest's own kernel fills what it was given. */
  *#fillInGuest(instance: Instance, plan: GuestSegmentPlan): Process {
    const { memory } = instance.system;
    const { kind, size, hot, backing, onDemand } = plan;
    if (onDemand) {
      instance.dataFile = new DataFile(memory, kind, size);
      instance.guestSegments.push(instance.dataFile.segment);
      return;
    }
    const segment = memory.create(kind, size, hot, { anonymous: backing !== "file", pinned: backing === "none" });
    instance.guestSegments.push(segment);
    addHot(instance, memory, segment, plan);
    yield* this.#frames(instance, memory, segment);
  }
}

/** A wait that counts as pressure on the host; also if it is killed before its end. */
function* stalled({ cpu: { pressure } }: System, waits: number, wait: Wait<void>): Process {
  pressure.stall(waits);
  try {
    yield* wait;
  } finally {
    pressure.resume(waits);
  }
}

function addHot(instance: Instance, memory: Memory, segment: SegmentId, { kind, content }: Pick<SegmentPlan, "kind" | "content">): void {
  const count = memory.hotPages(segment);
  if (count === 0) return;
  instance.hot.push({
    segment,
    first: memory.firstPage(segment),
    count,
    shared: content !== undefined,
    writable: content === undefined && kind !== "code",
    patterned: kind === "code" || kind === "sharedCode" || kind === "heap",
    inGuest: memory !== instance.host.memory,
  });
}
