import { startupSnapshot } from 'node:v8';
import { main } from './cli/main.ts';

/** Runs the command line and ends the process with its exit code. */
function start(): void {
  const done = main(process.argv.slice(2));
  if (done instanceof Promise) done.then((code) => process.exit(code));
  else process.exit(done);
}

if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(start);
else start();
