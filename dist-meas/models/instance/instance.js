import { ROOT } from "../os/memory/memory.js";
const STARTING = 0;
export const READY = 1;
export const GONE = 2;
export const NO_TASK = -1;
export class Instance {
    id;
    slot;
    /** Whose requests it serves. */
    service;
    template;
    /** What it stands on, and what its software runs on: the same, or a guest's kernel. */
    host;
    system;
    guest;
    /** Its group on the host's cores. */
    group;
    /** Group of its memory limit, ROOT if it can't reach one. */
    memoryGroup;
    startedAt;
    readyAt = Number.POSITIVE_INFINITY;
    state = STARTING;
    /** Its start, while that goes on. */
    start;
    /** Requests in service. */
    busy = 0;
    /** Segments of the host's memory, and of the guest's own, that go with it. */
    segments = [];
    guestSegments = [];
    /** Pages in constant use, which its requests refer to. */
    hot = [];
    /** Set up at the first reference that has to be looked up. */
    accessPattern;
    /** Where in its data files the next access begins. */
    dataPages;
    /** Its data files, as one. */
    dataFile;
    /** For its service: the event that will end it if it stays idle, 0 if none. */
    expiry = 0;
    /** Its idle load's task, or NO_TASK, and the next tick. */
    idleTask = NO_TASK;
    idleTick = 0;
    constructor({ id, slot, service, template, host, now }) {
        this.id = id;
        this.slot = slot;
        this.service = service;
        this.template = template;
        this.host = host;
        this.guest = template.guest?.create(id);
        this.system = this.guest ?? host;
        // Engines and runtimes start at full speed: the quota holds for what the instance does afterwards.
        const { weight, vcpus, cpus, memoryLimit } = template;
        this.group = host.cpu.addGroup({ weight, vcpus, cpus });
        this.memoryGroup = memoryLimit === undefined ? ROOT : host.memory.addGroup(memoryLimit.memory, memoryLimit.swap);
        this.startedAt = now;
    }
}
