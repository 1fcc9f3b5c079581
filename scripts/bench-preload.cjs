// Prints a process's own CPU seconds when it ends.
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`cpu=${(user + system) / 1e6}\n`);
});
