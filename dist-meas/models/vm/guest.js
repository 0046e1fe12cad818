import { Memory } from "../os/memory/memory.js";
import { GuestPages } from "./guest-pages.js";
export class Guest {
    name;
    cpu;
    memory;
    files;
    disk;
    port;
    costs;
    speed;
    ram = -1;
    #simulation;
    #host;
    #plan;
    #pages;
    constructor(simulation, host, name, plan, disk) {
        this.name = `${host.name} / ${name}`;
        this.cpu = host.cpu;
        this.memory = host.memory;
        this.files = host.files;
        this.disk = disk;
        this.port = host.port;
        this.costs = plan.costs;
        this.speed = host.speed;
        this.#simulation = simulation;
        this.#host = host;
        this.#plan = plan;
    }
    boot(ram, onOutOfMemory) {
        const { paging } = this.#plan;
        if (paging === undefined)
            throw new Error(`${this.name} has memory of its own, but no kernel that pages in it`);
        const host = this.#host.memory;
        const { pageSize } = host;
        this.ram = ram;
        this.#pages = new GuestPages(this.#simulation, { host, ram, disk: this.disk });
        this.memory = new Memory(this.#simulation, {
            ...paging.rules,
            frames: Math.floor(paging.memory / pageSize),
            pageSize,
            swap: paging.swap > 0 ? [{ device: this.#pages, pages: Math.floor(paging.swap / pageSize) }] : [],
            fileDevice: this.#pages,
            minorFault: paging.minorFault,
            majorFault: paging.majorFault,
            onOutOfMemory: () => {
                onOutOfMemory();
                return true;
            },
        });
        // Every page has its place from the start: the guest is here because it will need them.
        this.memory.trackPages();
    }
    end() {
        this.#pages?.detach();
    }
}
