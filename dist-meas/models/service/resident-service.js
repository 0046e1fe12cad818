/** An application in one long-running instance, a virtual machine or a container: requests wait for one of its threads, also while it starts. */
import { READY } from "../instance/instance.js";
import { Service } from "./service.js";
/** What it does with requests, in words. */
export const BACKLOG = "first come, first served; a request that finds the backlog full is refused and not retried";
export class ResidentService extends Service {
    isResident = true;
    #instance;
    begin() {
        this.#instance = this.lifecycle.start(this.context.id, this.context.template);
    }
    offer(row) {
        const instance = this.#instance;
        if (instance?.state === READY && instance.busy < instance.template.threads)
            this.execution.begin(row, instance);
        else if (this.queue.length >= this.context.app.backlog)
            this.execution.refuse(row);
        else
            this.queue.push(row, this.requests.next);
    }
    hasReadyInstance() {
        return this.#instance?.state === READY;
    }
    ready(instance) {
        while (this.queue.length > 0 && instance.busy < instance.template.threads) {
            this.execution.begin(this.queue.shift(this.requests.next), instance);
        }
    }
    freed(instance) {
        if (this.queue.length > 0)
            this.execution.begin(this.queue.shift(this.requests.next), instance);
    }
    /** Restarted at once, as container engines and hypervisors are set up to do for services. */
    ended() {
        this.begin();
    }
    oldest() {
        return this.#instance;
    }
}
