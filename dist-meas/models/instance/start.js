import { ROOT } from "../os/memory/memory.js";
import { DataFile } from "../os/storage/data-file.js";
import { NO_TASK } from "./instance.js";
/** What a memory limit counts: the application's own, not the engine's shim beside it. */
const CHARGED = new Set(["sharedCode", "code", "heap", "data"]);
export class Start {
    #completions;
    #onGuestOutOfMemory;
    constructor(completions, onGuestOutOfMemory) {
        this.#completions = completions;
        this.#onGuestOutOfMemory = onGuestOutOfMemory;
    }
    /** All steps of `instance`'s start, one after the other. */
    *run(instance) {
        for (const step of instance.template.start) {
            switch (step.kind) {
                case "cpu":
                    yield* this.#compute(instance, step.work);
                    break;
                case "image":
                    yield* this.#load(instance, { content: step.file, kind: "imageCache", size: step.size, hot: 0 });
                    break;
                case "fill":
                    for (const plan of instance.template.segments)
                        yield* this.#fill(instance, plan);
                    for (const plan of instance.template.guest?.segments ?? [])
                        yield* this.#fillInGuest(instance, plan);
            }
        }
    }
    #compute({ host, group }, work) {
        let task = NO_TASK;
        return this.#completions.of("a core", (done, arg) => {
            task = host.cpu.submit(group, work, done, arg);
        }, () => host.cpu.withdraw(task));
    }
    #load({ host }, file, group = ROOT) {
        return this.#completions.of(`the file "${file.content}"`, (done, arg) => host.files.load(file, done, arg, group));
    }
    #frames(memory, segment) {
        return this.#completions.of("page frames", (done, arg) => memory.fill(segment, done, arg));
    }
    *#fill(instance, plan) {
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
            return;
        }
        const segment = memory.create(kind, size, hot, { anonymous: true, group });
        instance.segments.push(segment);
        addHot(instance, memory, segment, plan);
        if (kind === "guest" && (instance.template.guest?.segments.length ?? 0) > 0) {
            instance.guest?.boot(segment, () => this.#onGuestOutOfMemory(instance));
        }
        yield* this.#frames(memory, segment);
    }
    /** The guest's own kernel fills what it was given. */
    *#fillInGuest(instance, plan) {
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
        yield* this.#frames(memory, segment);
    }
}
function addHot(instance, memory, segment, { kind, content }) {
    const count = memory.hotPages(segment);
    if (count === 0)
        return;
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
