export class Zram {
    options;
    /** Pages stored. */
    stored = 0;
    #pool = [];
    constructor(options) {
        this.options = options;
    }
    /** Frames that the compressed pages take. */
    get poolFrames() {
        return this.#pool.length;
    }
    /** Frames that the stored pages need. */
    get poolNeeded() {
        return Math.ceil(this.stored / this.options.ratio);
    }
    /** Takes or gives frames so that the pool is as large as it has to be; there must be enough free ones. Returns the change. */
    resize(frames) {
        const before = this.#pool.length;
        while (this.#pool.length < this.poolNeeded) {
            const frame = frames.take();
            if (frame < 0)
                throw new Error("no frame is free for compressed pages");
            frames.assignToPool(frame);
            this.#pool.push(frame);
        }
        while (this.#pool.length > this.poolNeeded)
            frames.give(this.#pool.pop());
        return this.#pool.length - before;
    }
    read(_frames, count, done, arg) {
        this.options.thread(count * this.options.decompress, done, arg);
    }
    write(_frames, count, done, arg) {
        this.options.thread(count * this.options.compress, done, arg);
    }
}
