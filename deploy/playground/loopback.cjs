// The Playground listens on every interface and has no option for it; the bot behind it asks nobody who they are.
// Loaded before it (node --require), this keeps its server to this machine.
const { Server } = require("net");
const listen = Server.prototype.listen;

Server.prototype.listen = function (first, ...rest) {
  const port = typeof first === "number" || typeof first === "string" ? Number(first) : NaN;
  if (!Number.isNaN(port)) {
    const callback = rest.find((argument) => typeof argument === "function");
    return listen.call(this, { port, host: "127.0.0.1" }, callback);
  }
  if (first && typeof first === "object" && "port" in first) {
    return listen.call(this, { ...first, host: "127.0.0.1" }, ...rest);
  }
  return listen.call(this, first, ...rest);
};
