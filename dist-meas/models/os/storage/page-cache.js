import { ROOT } from "../memory/memory.js";
import { READ_AHEAD } from "../memory/read-ahead.js";
export class PageCache {
    bytesRead = 0;
    #simulation;
    #memory;
    #disk;
    #files = [];
    #indexOf = new Map();
    #isOpen = true;
    #pieceRead;
    #filled;
    constructor(simulation, memory, disk) {
        this.#simulation = simulation;
        this.#memory = memory;
        this.#disk = disk;
        this.#pieceRead = simulation.on("page cache: piece read", (file) => this.#readNextPiece(file));
        this.#filled = simulation.on("page cache: file in memory", (file) => this.#finish(file));
    }
    /** The segment of a file; created, and charged to `group`, at first mention. The same content has the same size. */
    segmentOf(file, group = ROOT) {
        return this.#files[this.#fileIndex(file, group)].segment;
    }
    /** Makes the file resident, reading what is missing; then `done(arg)`. */
    load(content, done, arg, group = ROOT) {
        const index = this.#fileIndex(content, group);
        const file = this.#files[index];
        file.waiting.push({ done, arg });
        if (file.loading)
            return;
        file.loading = true;
        file.missing = this.#memory.missingBytes(file.segment);
        this.#disk.rewind(file.stream);
        this.#readNextPiece(index);
    }
    /** Forgets all files and frees their frames: the machine leaves. Loads under way end without telling anybody. */
    close() {
        this.#isOpen = false;
        for (const { segment } of this.#files)
            this.#memory.destroy(segment);
        this.#indexOf.clear();
    }
    #fileIndex({ content, kind, size, hot }, group) {
        const key = `${content}, ${size} B`;
        let index = this.#indexOf.get(key);
        if (index === undefined) {
            const segment = this.#memory.create(kind, size, hot, { anonymous: false, group });
            index = this.#files.push({ segment, stream: this.#disk.openStream(), missing: 0, loading: false, waiting: [] }) - 1;
            this.#indexOf.set(key, index);
        }
        return index;
    }
    #readNextPiece(index) {
        if (!this.#isOpen)
            return;
        const file = this.#files[index];
        if (file.missing === 0)
            return this.#memory.fill(file.segment, this.#filled, index);
        const piece = Math.min(READ_AHEAD, file.missing);
        file.missing -= piece;
        this.bytesRead += piece;
        this.#disk.read(piece, this.#pieceRead, index, file.stream);
    }
    #finish(index) {
        if (!this.#isOpen)
            return;
        const file = this.#files[index];
        file.loading = false;
        const waiting = file.waiting;
        file.waiting = [];
        for (const { done, arg } of waiting)
            this.#simulation.after(0, done, arg);
    }
}
