/** Runs a command line: what goes wrong becomes one line on stderr and exit status 1. */
export async function runCommand(usage: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const badFlags = error instanceof TypeError && 'code' in error;
    process.stderr.write(`${message.split('\n')[0]}${badFlags ? ` (usage: ${usage})` : ''}\n`);
    process.exitCode = 1;
  }
}
