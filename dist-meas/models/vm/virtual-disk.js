export class VirtualDisk {
    #simulation;
    #disk;
    #readDelay;
    #writeDelay;
    #moved;
    // Transfers under way, by place; places are used again.
    #done = [];
    #arg = [];
    #delay = [];
    #free = [];
    /** `readDelay`, `writeDelay`: added by the hypervisor [ns]. */
    constructor(simulation, disk, readDelay, writeDelay) {
        this.#simulation = simulation;
        this.#disk = disk;
        this.#readDelay = readDelay;
        this.#writeDelay = writeDelay;
        this.#moved = simulation.on("virtual disk: transferred", (transfer) => this.#finish(transfer));
    }
    read(size, done, arg) {
        if (this.#readDelay === 0)
            this.#disk.read(size, done, arg);
        else
            this.#disk.read(size, this.#moved, this.#open(this.#readDelay, done, arg));
    }
    write(size, done, arg) {
        if (this.#writeDelay === 0)
            this.#disk.write(size, done, arg);
        else
            this.#disk.write(size, this.#moved, this.#open(this.#writeDelay, done, arg));
    }
    #open(delay, done, arg) {
        const transfer = this.#free.pop() ?? this.#done.length;
        this.#delay[transfer] = delay;
        this.#done[transfer] = done;
        this.#arg[transfer] = arg;
        return transfer;
    }
    #finish(transfer) {
        this.#free.push(transfer);
        this.#simulation.after(this.#delay[transfer], this.#done[transfer], this.#arg[transfer]);
    }
}
