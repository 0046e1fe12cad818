/** The parts that presets describe - hosts, disks, networks, hypervisors, guests, engines, security modules, platforms, runtimes - field by field. */
import { choice, count, type Field, flag, orWord, quantity, ratio, share, size, time } from "./fields.ts";

/** Fields by key; nested keys are groups. */
export interface Fields {
  readonly [key: string]: Field<unknown> | Fields;
}

/** The values that a table of fields reads. */
export type Values<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends { parse(raw: unknown): infer Result }
    ? Extract<Result, { value: unknown }> extends { value: infer Value }
      ? Value
      : never
    : Values<Table[Key]>;
};

export function isField(entry: Field<unknown> | Fields): entry is Field<unknown> {
  return typeof (entry as Field<unknown>).parse === "function";
}

const speed = (about: string) =>
  quantity("speed", {
    about,
    min: "1 points",
    max: "100000 points",
    because: "no core that computes is slower, none faster",
    example: "289 points",
  });
const small = { max: "10 s", because: "costs of single operations lie far below" };
const capacity = { max: "1024 TiB", because: "no single machine has more" };

const entries = (about: string, fallback: number, min = 0) =>
  count({ about: `${about} [entries].`, min, max: 65536, because: "no TLB has more", fallback, example: fallback });
const walkCost = (about: string, fallback: string) =>
  quantity("cycles", {
    about: `${about}.`,
    above: "0 cycles",
    max: "10000 cycles",
    because: "that is microseconds",
    fallback,
    example: fallback,
  });

export const hostFields = {
  cpu: {
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
  },
  mmu: {
    kind: choice(["paged", "none"], {
      about: "Memory management unit. Without one, neither containers nor virtual machines are possible.",
      fallback: "paged",
    }),
    pageSize: size({
      about: "Size of a page.",
      fallback: "4 KiB",
      example: "4 KiB",
      min: "512 B",
      max: "1 GiB",
      because: "pages of other sizes do not exist",
    }),
    tlb: {
      l1: entries("First-level data TLB, base pages", 64, 1),
      l1Huge: entries("The same for huge pages (2 MiB where base pages have 4 KiB)", 32),
      l2: entries("Last-level TLB, base pages; 0 if there is one level", 1536),
      l2Huge: entries("The same for huge pages; 0 if it holds none", 1536),
    },
    tlbReach: orWord("entries", size({ about: "", above: "0 B", max: "1 TiB" }), {
      about: "Memory that the last-level TLB maps with base pages, instead of `tlb.l2`; or `entries`: as many pages as `tlb.l2` says.",
      fallback: "entries",
      example: "4 MiB",
    }),
    levels: count({ about: "Levels of page tables.", min: 1, max: 6, fallback: 4, because: "no processor walks more", example: 4 }),
    stage2Levels: count({
      about: "Levels of the hypervisor's page tables, for virtual machines.",
      min: 1,
      max: 6,
      fallback: 4,
      because: "no processor walks more",
      example: 4,
    }),
    pageWalkCache: entries("Page-walk cache, of each upper level of the tables", 32),
    nestedTlb: entries("Cache of second-stage translations (nested TLB, IPA cache)", 64),
    tableCache: size({
      about: "Data cache in which page walks find table entries: the last level.",
      fallback: "1 MiB",
      example: "1 MiB",
      max: "4 GiB",
      because: "no processor has more",
    }),
    l2TlbHit: walkCost("A hit in the last-level TLB after a miss in the first level", "8 cycles"),
    cachedEntry: walkCost("Reading a page-table entry from a data cache during a walk", "30 cycles"),
    memoryEntry: walkCost("Reading it from memory", "200 cycles"),
    nestedWalkRatio: orWord("computed", ratio({ about: "", min: 1, max: 10 }), {
      about:
        "Measured cost of a page walk under virtualization over a native one, both with base pages; or `computed` from levels and caches.",
      fallback: "computed",
      example: 2,
    }),
    addressSpaceIds: flag({
      about: "Whether TLB entries carry an address space identifier (ASID, PCID); without, each context switch flushes the TLB.",
      fallback: true,
    }),
    pageTableIsolation: flag({ about: "Whether the kernel has page tables of its own (KPTI).", fallback: false }),
    minorFault: time({ about: "CPU time of a page fault that needs no disk.", fallback: "0.7 us", example: "3 us", ...small }),
    nestedFaultRatio: ratio({
      about: "Cost of such a fault in a virtual machine's memory (EPT violation) over a native one.",
      min: 1,
      max: 20,
      fallback: 2.9,
      example: 2.9,
    }),
    majorFault: time({
      about: "CPU time of a page fault that waits for the disk, without the wait.",
      fallback: "5 us",
      example: "5 us",
      ...small,
    }),
  },
  scheduler: choice(["fluid", "slices"], {
    about:
      "How the CPUs are scheduled: `fluid`, steady shares, fast; or `slices`, turns on run queues as Linux takes them, with wake-up delay, switches and migration, slower.",
    fallback: "fluid",
  }),
  slices: {
    baseSlice: time({
      about: "What a task asks for at a time, before scaling by 1 + log2 of the CPUs, at most 4.",
      fallback: "0.75 ms",
      example: "0.75 ms",
      min: "10 us",
      max: "100 ms",
      because: "the kernel's are 0.1 to 100 ms",
    }),
    wakeupGranularity: time({
      about: "A task that has just got its CPU keeps it this long against one that wakes up, but no longer than its slice; before scaling.",
      fallback: "1 ms",
      example: "1 ms",
      max: "100 ms",
    }),
    migrationCost: time({
      about: "A task that ran within this time is cache-hot: balancing leaves it where it is.",
      fallback: "0.5 ms",
      example: "0.5 ms",
      max: "1 s",
    }),
    balanceInterval: time({
      about: "Time between two looks at the balance of busy CPUs, for each CPU of the host.",
      fallback: "4 ms",
      example: "4 ms",
      min: "100 us",
      max: "10 s",
    }),
  },
  virtualization: flag({ about: "Whether the processor supports virtual machines." }),
  memory: size({ about: "Main memory.", min: "1 KiB", example: "4 GiB", ...capacity }),
  nic: {
    bandwidth: quantity("bandwidth", {
      about: "Network rate, each direction.",
      above: "0 B/s",
      max: "10000 Gbit/s",
      because: "no port is faster",
      example: "1 Gbit/s",
    }),
    latency: time({
      about: "One way between a client and the host, where no `network` is given.",
      fallback: "35 us",
      example: "35 us",
      max: "60 s",
      because: "clients are on this planet",
    }),
    mtu: size({
      about: "Largest payload of one packet.",
      fallback: "1500 B",
      example: "1500 B",
      min: "68 B",
      max: "64 KiB",
      because: "RFC 791: a link carries 68 B at least, a packet 64 KiB at most",
    }),
    cpuPerPacket: time({ about: "CPU time that the host spends on one packet.", fallback: "1 us", example: "5 us", ...small }),
  },
  system: {
    memory: size({ about: "Memory of the host's own kernel and services.", fallback: "250 MiB", example: "300 MiB", ...capacity }),
    workingSet: size({ about: "The part of it in constant use.", fallback: "60 MiB", example: "80 MiB", ...capacity }),
  },
} as const;

const transfer = (about: string, example: string) => quantity("bandwidth", { about, above: "0 B/s", example });
const ofOneCommand = (what: string, example: string) =>
  orWord("device", transfer("", example), {
    about: `${what} by one command that has the device for itself; or \`device\`: as fast as all together.`,
    fallback: "device",
    example,
  });
const unlessMoving = { fallback: "0 s", ...small };

export const diskFields = {
  size: size({ about: "Capacity.", fallback: "1 TiB", example: "29 GiB", above: "0 B", ...capacity }),
  parallel: count({
    about: "Commands that make progress at the same time: microSD 1, eMMC 2, SATA and NVMe 16 to 32; a disk with an arm 1.",
    min: 1,
    max: 4096,
    fallback: 1,
    because: "no device has more units",
  }),
  placement: choice(["any", "random"], {
    about: "Which of them a command needs: any idle one, or the one that has its data, at random.",
    fallback: "any",
  }),
  queueDepth: orWord("unlimited", count({ about: "", min: 1, max: 65536, because: "no device has a deeper queue" }), {
    about: "Commands that the device takes at most: microSD 1, SATA and eMMC 32, NVMe 1024. The others wait in the operating system.",
    fallback: "unlimited",
    example: 32,
  }),
  maxTransfer: size({
    about: "Largest command; a longer request becomes several.",
    fallback: "1280 KiB",
    example: "512 KiB",
    min: "4 KiB",
    max: "64 MiB",
    because: "no device takes longer ones",
  }),
  readAccess: time({ about: "One random read of an idle device, without seek, rotation and transfer.", example: "580 us", ...small }),
  writeAccess: time({ about: "One random write of an idle device, without seek, rotation and transfer.", example: "1.8 ms", ...small }),
  commandTime: time({
    about: "The part of it that the controller needs for each command, one after the other, where several units work.",
    fallback: "0 s",
    example: "500 ns",
    ...small,
  }),
  readBandwidth: transfer("Sequential reading by all commands together.", "45 MB/s"),
  writeBandwidth: transfer("Sequential writing by all commands together.", "20 MB/s"),
  unitReadBandwidth: ofOneCommand("Reading", "845 MB/s"),
  unitWriteBandwidth: ofOneCommand("Writing", "800 MB/s"),
  writeCache: {
    size: size({
      about: "Bytes written at full rate before the rate falls to `drain`; 0: it does not fall.",
      fallback: "0 B",
      ...capacity,
    }),
    drain: quantity("bandwidth", { about: "Rate of writing that can be sustained.", fallback: "0 B/s", example: "160 MB/s" }),
  },
  mechanics: {
    shortestSeek: time({ about: "Seek to the next track.", example: "1 ms", ...unlessMoving }),
    averageSeek: time({ about: "Seek between two random places; 0: no moving parts.", example: "8.5 ms", ...unlessMoving }),
    rotation: time({ about: "One turn.", example: "8.33 ms", ...unlessMoving }),
    oldestFirstAfter: time({
      about: "The nearest command is served first, unless one has waited in the device for longer than this.",
      fallback: "1 s",
      example: "1 s",
      max: "1 h",
    }),
  },
} as const;

const rateOfAll = (what: string, example: string) =>
  orWord("unlimited", quantity("bandwidth", { about: "", above: "0 B/s" }), {
    about: `${what}; or \`unlimited\`: never the bottleneck, as a switch.`,
    fallback: "unlimited",
    example,
  });

export const networkFields = {
  latency: time({
    about: "One way between a client and the host, without queueing and serialization. Stands in for the interface's.",
    example: "20 ms",
    max: "60 s",
    because: "clients are on this planet",
  }),
  bandwidthIn: rateOfAll("Rate to the host, shared by all messages", "100 Mbit/s"),
  bandwidthOut: rateOfAll("Rate from the host, shared by all messages", "40 Mbit/s"),
  clientBandwidth: rateOfAll("Rate of a client's own port, for each message", "1 Gbit/s"),
  loss: share({
    about: "Packets lost: long transfers are slowed down, and the end of a message may have to wait for a timer.",
    max: "50 %",
    because: "over such a path nobody works",
    fallback: "0 %",
    example: "0.1 %",
  }),
  window: size({
    about: "Bytes that one connection has under way at most.",
    fallback: "6 MiB",
    example: "64 KiB",
    min: "1 KiB",
    max: "1 GiB",
    because: "TCP can count no more",
  }),
  radio: {
    access: time({
      about: "Channel time of each access beside the bits, on a radio channel that both ways take in turn; 0: no radio.",
      fallback: "0 s",
      example: "200 us",
      ...small,
    }),
    aggregation: count({ about: "Packets sent in one access at most.", min: 1, max: 1024, fallback: 1, example: 16 }),
  },
} as const;

const traps = (family: string) => ({
  ioOut: orWord("unsupported", quantity("cycles", { about: "", max: "10000000 cycles", because: "that is milliseconds" }), {
    about: `${family}: clock cycles of one request that leaves the guest.`,
    fallback: "unsupported",
    example: "6024 cycles",
  }),
  ioIn: orWord("unsupported", quantity("cycles", { about: "", max: "10000000 cycles", because: "that is milliseconds" }), {
    about: `${family}: clock cycles of one interrupt or packet that enters the guest.`,
    fallback: "unsupported",
    example: "13872 cycles",
  }),
});

export const hypervisorFields = {
  memory: size({ about: "Memory of the virtual machine monitor itself, for each virtual machine.", example: "131 MiB", ...capacity }),
  workingSet: size({ about: "The part of it in constant use while the guest serves requests.", example: "25 MiB", ...capacity }),
  traps: { arm64: traps("64-bit Arm"), x86_64: traps("64-bit x86") },
  blockReadAdder: time({ about: "Added to each block read.", example: "72 us", ...small }),
  blockWriteAdder: time({ about: "Added to each block write.", example: "36 us", ...small }),
  networkRoundTrip: time({ about: "Added to a network round trip, half of it each way.", example: "30 us", ...small }),
  createCpu: time({
    about: "CPU work of creating a virtual machine and its devices, on a core of `bootSpeed`.",
    example: "38 ms",
    max: "1 h",
  }),
  bootSpeed: speed("Speed of the core that `createCpu` was measured on."),
} as const;

export const guestFields = {
  kernelBase: size({ about: "Memory the guest's kernel keeps, whatever the size of the machine.", example: "13.9 MiB", ...capacity }),
  kernelShare: share({
    about: "Further memory it keeps, as a share of the machine's.",
    max: "50 %",
    because: "programs need the rest",
    example: "1.5625 %",
  }),
  system: size({ about: "Memory of the guest's system services.", example: "45 MiB", ...capacity }),
  systemWorkingSet: size({ about: "The part of it in constant use.", example: "15 MiB", ...capacity }),
  bootCpu: time({ about: "CPU work of a boot, on a core of `bootSpeed`.", example: "294 ms", max: "1 h" }),
  bootSpeed: speed("Speed of the core that `bootCpu` was measured on."),
  bootRead: size({ about: "Data that a boot reads from the image.", example: "20 MiB", ...capacity }),
  idleCpu: share({ about: "Share of one core that an idle guest uses.", example: "0.5 %" }),
} as const;

export const engineFields = {
  daemonMemory: size({ about: "Memory of the engine's daemons, once for each host.", example: "140 MiB", ...capacity }),
  shimMemory: size({ about: "Memory of the supervising process of each container.", example: "8 MiB", ...capacity }),
  startCpu: time({ about: "CPU work of creating and starting one container, on a core of `startSpeed`.", example: "300 ms", max: "1 h" }),
  startSpeed: speed("Speed of the core that `startCpu` was measured on."),
  startRead: size({ about: "Data that a start reads from the image.", example: "6 MiB", ...capacity }),
  networkRoundTrip: time({
    about: "Added to a network round trip by bridge and address translation, half of it each way.",
    example: "37 us",
    ...small,
  }),
} as const;

export const securityFields = {
  perCall: time({
    about: "Added to every system call, averaged over all kinds of calls.",
    example: "150 ns",
    max: "1 ms",
    because: "a system call takes about a microsecond",
  }),
} as const;

export const platformFields = {
  sandbox: choice(["container", "process"], { about: "What isolates an instance. A container needs a memory management unit." }),
  memory: size({ about: "Memory of the platform's own services, once for each host.", example: "700 MiB", ...capacity }),
  workingSet: size({ about: "The part of it in constant use.", example: "300 MiB", ...capacity }),
  dispatchCpu: time({ about: "CPU work of one invocation in the platform, on a core of `dispatchSpeed`.", example: "3 ms", max: "1 min" }),
  dispatchSpeed: speed("Speed of the core that `dispatchCpu` was measured on."),
  dispatchLatency: time({ about: "Time of one invocation in the platform that needs no core.", example: "5 ms", max: "1 min" }),
  poolMemory: orWord("unlimited", size({ about: "", min: "1 MiB", ...capacity }), {
    about: "Memory for instances, counted by their configured sizes; or `unlimited`: all that the host has.",
    example: "2 GiB",
  }),
  parallelStarts: count({ about: "Instances started at the same time at most.", min: 1, max: 10000, example: 10 }),
} as const;

export const runtimeFields = {
  memory: size({ about: "Memory of a warm instance without the function's own code and heap.", example: "74 MiB", ...capacity }),
  workingSet: size({ about: "The part of it that requests use.", example: "30 MiB", ...capacity }),
  initCpu: time({ about: "CPU work of the runtime's initialization, on a core of `initSpeed`.", example: "140 ms", max: "10 min" }),
  initSpeed: speed("Speed of the core that `initCpu` was measured on."),
  initRead: size({ about: "Data that the initialization reads.", example: "40 MiB", ...capacity }),
} as const;

/** Limits of a function; a platform's preset has defaults for them under `limits`. */
export const functionFields = {
  memory: size({ about: "Configured size of an instance.", min: "1 KiB", example: "128 MiB", ...capacity }),
  timeout: time({
    about: "Limit of one invocation, from its start in the instance; then it is killed.",
    above: "0 s",
    max: "24 h",
    because: "longer jobs are not functions",
    example: "10 s",
  }),
  keepAlive: time({ about: "An instance that is idle for this long is removed.", max: "2400 h", example: "10 min" }),
  concurrency: count({ about: "Requests that one instance serves at once.", min: 1, max: 10000, fallback: 1 }),
  cpus: quantity("cores", {
    about: "Quota of one instance. Left out, it follows from the memory where the platform says so.",
    above: "0 cores",
    max: "1024 cores",
    fallback: 1,
    example: 1,
  }),
  maxInstances: count({ about: "Instances of one tenant's function at most.", min: 1, max: 100000, fallback: 1000, example: 10 }),
  backlog: count({
    about: "Invocations of one tenant that may wait for an instance; one more is refused.",
    min: 0,
    max: 1000000,
    fallback: 100,
    example: 100,
  }),
} as const;

/** Further values that only presets have. */
export const platformExtras = {
  memoryPerCore: size({
    about: "Memory that buys one core, where the platform gives cores in proportion to memory.",
    example: "1769 MiB",
    ...capacity,
  }),
} as const;

/** Compression of swapped pages in memory. */
export const compressorFields = {
  ratio: ratio({ about: "Size of a page over what it takes compressed.", min: 1, max: 10, example: 2.74 }),
  compress: time({ about: "CPU work of compressing 4 KiB, on a core of `speed`.", example: "4.4 us", max: "10 ms" }),
  decompress: time({ about: "CPU work of decompressing 4 KiB, on a core of `speed`.", example: "2.2 us", max: "10 ms" }),
  speed: speed("Speed of the core that both were measured on."),
} as const;

export const KINDS = {
  hosts: { fields: hostFields as Fields, noun: "host" },
  disks: { fields: diskFields as Fields, noun: "disk" },
  compressors: { fields: compressorFields as Fields, noun: "compression algorithm" },
  networks: { fields: networkFields as Fields, noun: "network" },
  hypervisors: { fields: hypervisorFields as Fields, noun: "hypervisor" },
  guests: { fields: guestFields as Fields, noun: "guest system" },
  engines: { fields: engineFields as Fields, noun: "container engine" },
  security: { fields: securityFields as Fields, noun: "security module" },
  platforms: { fields: platformFields as Fields, noun: "function platform" },
  runtimes: { fields: runtimeFields as Fields, noun: "function runtime" },
} as const;

export type Kind = keyof typeof KINDS;
