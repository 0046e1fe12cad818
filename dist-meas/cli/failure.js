/** An expected failure: ends the command with `code` and the message on stderr. Anything else that is thrown is a bug in Plimsoll. */
export class Failure extends Error {
    code;
    constructor(code, message) {
        super(message);
        this.name = "Failure";
        this.code = code;
    }
}
