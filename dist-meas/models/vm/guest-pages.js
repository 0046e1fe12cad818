export class GuestPages {
    #simulation;
    #options;
    #transfers = [];
    #free = [];
    #backed;
    #moved;
    #isAttached = true;
    constructor(simulation, options) {
        this.#simulation = simulation;
        this.#options = options;
        this.#backed = simulation.on("guest memory: backed", (transfer) => this.#continue(transfer));
        this.#moved = simulation.on("guest memory: transferred", (transfer) => this.#finish(transfer));
    }
    /** The guest is gone: what it asks for is not done any more. */
    detach() {
        this.#isAttached = false;
    }
    read(frames, count, done, arg) {
        this.#begin({ frames, count, isRead: true, done, arg, backed: 0 });
    }
    write(frames, count, done, arg) {
        this.#begin({ frames, count, isRead: false, done, arg, backed: 0 });
    }
    #begin(transfer) {
        const free = this.#free.pop();
        if (free === undefined)
            return this.#continue(this.#transfers.push(transfer) - 1);
        this.#transfers[free] = transfer;
        this.#continue(free);
    }
    #continue(index) {
        if (!this.#isAttached)
            return;
        const transfer = this.#transfers[index];
        const { host, ram, disk } = this.#options;
        const first = host.firstPage(ram);
        for (; transfer.backed < transfer.count; transfer.backed++) {
            const page = first + transfer.frames[transfer.backed];
            if (host.touch(page, transfer.isRead))
                continue;
            host.pageIn(ram, page, this.#backed, index);
            return;
        }
        const size = transfer.count * host.pageSize;
        if (transfer.isRead)
            disk.read(size, this.#moved, index);
        else
            disk.write(size, this.#moved, index);
    }
    #finish(index) {
        if (!this.#isAttached)
            return;
        const { done, arg } = this.#transfers[index];
        this.#free.push(index);
        this.#simulation.call(done, arg);
    }
}
