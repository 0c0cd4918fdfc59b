/** `nacre -sshs`: one remoting session on standard input and output (MS-PSRP over an SSH subsystem). */
export async function serveStandardStreams(): Promise<number> {
  throw new Error('The SSH server mode is being built.');
}
