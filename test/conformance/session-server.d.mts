/** A server that is running. */
export interface SessionServer {
  readonly port: number;
  readonly env: Readonly<Record<'REMOTE_HOST' | 'REMOTE_PORT' | 'REMOTE_USER' | 'REMOTE_KEY', string>>;
  close(): void;
}

export function startSessionServer(folder: string, nacre: string): Promise<SessionServer>;
