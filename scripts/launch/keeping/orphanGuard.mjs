// This is loaded into every process that the launcher starts. The channel between the two closes when the launcher
// ends, also by kill -9. The process then ends in order, as after Ctrl-C, and does not keep the port for ever.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
