import type { Runspace } from '../runtime/runspace/runspace.ts';

/** Exit codes of a process that a signal ended: 128 and the signal's number. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Which signal asked for the end, if one did. */
export interface StopRequest {
  code: number | undefined;
}

/** Makes Ctrl+C and its like stop the running script in order: `finally` runs; a second one ends the process at once. */
export function stopOnSignals(runspace: Runspace): StopRequest {
  const request: StopRequest = { code: undefined };
  for (const [signal, code] of Object.entries(codes)) {
    process.on(signal, () => {
      if (request.code !== undefined) process.exit(code);
      request.code = code;
      runspace.stop();
    });
  }
  return request;
}
