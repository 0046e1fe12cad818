export class DataFile {
    /** Its pages in memory; who has the file destroys them. */
    segment;
    /** Offsets and sizes are multiples of it [B]. */
    pageSize;
    /** Size in pages. */
    pages;
    #memory;
    /** `size` [B], rounded up to whole pages; `group` is charged. */
    constructor(memory, kind, size, group) {
        this.segment = memory.createFile(kind, size, { group });
        this.pageSize = memory.pageSize;
        this.pages = memory.pagesIn(this.segment);
        this.#memory = memory;
    }
    /** Reads or writes from `offset` on as far as pages are in memory, `size` at most; returns how far that is [B]. */
    use(offset, size, write) {
        const first = this.#pageAt(offset);
        const pages = size / this.pageSize;
        let page = 0;
        while (page < pages && this.#memory.touch(first + page, write))
            page++;
        return page * this.pageSize;
    }
    /** The page at `offset` was missing: brings it in, with what follows as far as `size` is wanted; then `done(arg)`. Returns the CPU work [ns]. */
    pageIn(offset, size, done, arg) {
        return this.#memory.pageIn(this.segment, this.#pageAt(offset), done, arg, size / this.pageSize);
    }
    /** True if who has written may go on; else `done(arg)` when enough has been written back. */
    admitWriter(done, arg) {
        return this.#memory.admitWriter(done, arg);
    }
    #pageAt(offset) {
        return this.#memory.firstPage(this.segment) + offset / this.pageSize;
    }
}
