import type { Eventually } from '../values/ps-value.ts';

/** The stream an object came from: hosts colour or prefix its lines accordingly. */
export type TextStream = 'output' | 'error' | 'warning' | 'verbose' | 'debug' | 'information';

/**
 * Where formatted text goes, one line a call, without line end. Text that was a string to begin with comes as it is
 * and may hold line breaks of its own.
 */
export type TextSink = (line: string, stream: TextStream) => Eventually<void>;
