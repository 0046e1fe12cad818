export const isSaveable = (part) => "save" in part && typeof part.save === "function" && "restore" in part && typeof part.restore === "function";
