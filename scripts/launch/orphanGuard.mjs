// Loaded into every process that the launcher starts. The channel between the two closes when the launcher is gone,
// also by kill -9: then the process ends in order, as if Ctrl-C had been pressed, and does not keep the port for ever.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
