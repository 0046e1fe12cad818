import { RequestQueue } from "../request/request-queue.js";
export class Service {
    context;
    /** Requests that no instance serves yet. */
    queue = new RequestQueue();
    lifecycle;
    execution;
    requests;
    constructor(context, { lifecycle, execution, requests }) {
        this.context = context;
        this.lifecycle = lifecycle;
        this.execution = execution;
        this.requests = requests;
    }
}
