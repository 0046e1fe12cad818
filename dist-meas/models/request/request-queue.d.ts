/** First in, first out, of request rows linked through `next`. */
export declare class RequestQueue {
    #private;
    length: number;
    push(row: number, next: Int32Array): void;
    shift(next: Int32Array): number;
}
