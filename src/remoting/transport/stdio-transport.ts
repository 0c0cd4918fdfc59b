import { Writable } from 'node:stream';
import { StreamTransport } from './stream-transport.ts';

/**
 * The transport of `nacre -sshs`: packets on standard input and output. Whatever else this process would write to
 * standard output from now on (console, process.stdout) goes to standard error instead, so that it cannot break the
 * protocol; child processes must not inherit standard output either.
 */
export function stdioTransport(): StreamTransport {
  const real = process.stdout.write.bind(process.stdout);
  const wire = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      real(chunk, done);
    },
  });
  process.stdout.on('error', (error: Error) => wire.destroy(error));
  // the overloads of write are those of the stream it now goes to
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
  return new StreamTransport(process.stdin, wire);
}
