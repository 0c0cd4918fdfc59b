import { startupSnapshot } from 'node:v8';
import { main } from './cli/main.ts';
import { dropCode, warmUp } from './cli/warm-up.ts';

/** Exit code of a fault in this program itself (EX_SOFTWARE). */
const internalFault = 70;

/** A fault of ours ends the process with one line; NACRE_DEBUG asks for the stack trace. */
function fault(error: unknown): never {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`nacre: internal fault: ${text.slice(0, 500)}\n`);
  if (process.env['NACRE_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(internalFault);
}

/** Runs the command line and ends the process with its exit code. */
function start(): void {
  try {
    const done = main(process.argv.slice(2));
    if (done instanceof Promise) done.then((code) => process.exit(code), fault);
    else process.exit(done);
  } catch (error) {
    fault(error);
  }
}

if (startupSnapshot.isBuildingSnapshot()) {
  warmUp();
  if (process.env['NACRE_BUILD_SNAPSHOT'] === 'with code') {
    dropCode();
    warmUp();
  }
  startupSnapshot.setDeserializeMainFunction(start);
} else start();
