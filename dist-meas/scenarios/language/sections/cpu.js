/** The processor of a host. */
import { choice, count, quantity, share, size, time } from "../text/fields.js";
import { nested } from "../text/tables.js";
import { speed } from "./common.js";
export const cpuFields = nested("The processor.", {
    isa: choice(["arm64", "armv7", "armv7m", "x86_64"], {
        about: "Processor family: decides which hypervisors run and what their traps cost.",
    }),
    cores: count({ about: "Physical cores.", min: 1, max: 1024, because: "one host is one machine", example: 4 }),
    threadsPerCore: count({ about: "Hardware threads of one core; 2 with simultaneous multithreading.", min: 1, max: 8, fallback: 1 }),
    smtGain: share({ about: "What a second busy thread adds, as a share of one core.", fallback: "25 %", example: "25 %" }),
    speed: speed("Single-thread speed in Geekbench 6 single-core points. CPU demands scale by the ratio of two speeds."),
    clock: quantity("frequency", {
        about: "Clock; turns costs in cycles into time.",
        min: "1 MHz",
        max: "10 GHz",
        because: "no processor of today is slower, none faster",
    }),
    contextSwitch: time({
        about: "Direct cost of one context switch.",
        fallback: "1.5 us",
        example: "1.5 us",
        max: "1 ms",
        because: "it takes a few thousand cycles",
    }),
    cache: size({
        about: "Cache that a task refills when it gets a core back.",
        fallback: "256 KiB",
        example: "256 KiB",
        max: "1 GiB",
        because: "no core has more",
    }),
    copyBandwidth: quantity("bandwidth", {
        about: "Rate at which that cache refills.",
        fallback: "8 GB/s",
        example: "8 GB/s",
        min: "1 MB/s",
        max: "10000 GB/s",
        because: "no cache is slower, none faster",
    }),
});
