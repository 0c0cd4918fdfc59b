/**
 * Sessions on other machines: PowerShell's remoting protocol over SSH, both ends.
 *
 * @packageDocumentation
 */

export type { PipelineOutcome } from './client/remote-pipeline.ts';
export { RemoteRunspace, RemoteSessionError } from './client/remote-runspace.ts';
export type { RemoteStreams } from './client/remote-streams.ts';
export { remotingModules } from './cmdlets/index.ts';
export type { EngineRunspace, RunspaceFactory, RunspaceRequest } from './server/engine-runspace.ts';
export { type HostRunspacesOptions, hostRunspaces } from './server/host-runspaces.ts';
export { ServerSession, type ServerSessionOptions } from './server/server-session.ts';
export { type SessionWorld, sessionRunspaces } from './server/session-runspaces.ts';
export { type SessionServerOptions, serveSsh } from './server/ssh-session-server.ts';
export { serveStdio } from './server/stdio-server.ts';
export { memoryPair } from './transport/memory-transport.ts';
export { connectSsh, type SshConnection, type SshConnectOptions } from './transport/ssh-client-transport.ts';
export { generateSshKeys, type SshKeyPair } from './transport/ssh-keys.ts';
export type { SshPrompter } from './transport/ssh-prompter.ts';
export type { RunningSshServer } from './transport/ssh-server.ts';
export type { SshTarget } from './transport/ssh-settings.ts';
export type { Transport } from './transport/transport.ts';
export { TransportError, type TransportErrorKind } from './transport/transport-error.ts';
