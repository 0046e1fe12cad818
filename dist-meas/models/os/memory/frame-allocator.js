import { FrameRequests } from "./frame-requests.js";
const always = () => true;
export class FrameAllocator {
    waiting = new FrameRequests();
    /** How pages are kept just now. */
    pages;
    /** Set before the first request: it is made after the pages that it needs. */
    outOfMemory;
    #simulation;
    #segments;
    #serveOne = (request) => this.#serve(request);
    #mayServe = () => this.pages.mayServe();
    constructor(simulation, segments, pages) {
        this.pages = pages;
        this.#simulation = simulation;
        this.#segments = segments;
    }
    /** A frame for `page`, which was in `place`; or -1: frames for every page of the segment without a place. Then `done(arg)`. */
    request(segment, done, arg, page, place, wanted) {
        const { waiting } = this;
        const request = waiting.create(segment, done, arg, page, place, wanted);
        if (waiting.length === 0 && this.#serve(request))
            waiting.release(request);
        else {
            waiting.push(request);
            if (waiting.length > 1)
                this.ask(this.pages.needsNoFrame(request));
        }
        this.#keepFramesFree();
    }
    /** Asks those that wait: `all` of them, or only as long as there is something to give. */
    ask(all) {
        if (this.waiting.length > 0)
            this.waiting.serve(this.#serveOne, all ? always : this.#mayServe);
    }
    /** Frames may be free: those that wait go on. `all` are asked if some may have nothing to wait for any more. */
    serveWaiting(all = false) {
        this.ask(all);
        this.#keepFramesFree();
    }
    /** True when the request needs nothing more from here. */
    #serve(request) {
        if (request.page >= 0)
            return this.pages.serveFault(request);
        const segments = this.#segments;
        const segment = segments.all[request.segment];
        if (segment.alive) {
            if (!this.pages.fill(request, this.waiting.length <= 1))
                return false;
            segment.filled = true;
            this.#simulation.after(0, request.done, request.arg);
        }
        segments.endPending(request.segment);
        return true;
    }
    /** Keeps frames free, and room in the groups that somebody waits for. */
    #keepFramesFree() {
        this.pages.reclaim(this.waiting);
        this.outOfMemory.look();
    }
}
