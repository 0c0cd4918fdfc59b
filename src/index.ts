/**
 * Nacre: PowerShell inside a Node program.
 *
 * @packageDocumentation
 */

export { type CommandSpec, defineCommand } from './embedding/define-command.ts';
export { createEngine, Engine, type Script } from './embedding/engine.ts';
export type { EngineOptions, RunOptions } from './embedding/engine-options.ts';
export { Run, type RunResult } from './embedding/run.ts';
export { type ErrorPosition, ScriptError } from './embedding/script-error.ts';
export { ps, quoteArgument, type ScriptTemplate } from './embedding/script-template.ts';
export { type ParseError, type ParseResult, parse } from './parser/index.ts';
export {
  type AnyCmdlet,
  type CmdletContext,
  type CmdletExample,
  type CmdletProcessor,
  type CmdletSpec,
  defineCmdlet,
  type Effect,
} from './runtime/commands/define-cmdlet.ts';
export {
  type BoundArguments,
  type ParameterOptions,
  type ParameterSpec,
  type ParameterType,
  parameter,
  type,
} from './runtime/commands/parameter.ts';
export type { Clock, EnvironmentVariables, Platform, Random } from './runtime/host/clock.ts';
export { type FileStat, type FileSystem, FileSystemError } from './runtime/host/file-system.ts';
export { MemoryFileSystem, memoryFs } from './runtime/host/memory-file-system.ts';
export { nodeFileSystem as hostFs } from './runtime/host/node/node-file-system.ts';
export { nodeProcessLauncher as hostProcesses } from './runtime/host/node/node-process-launcher.ts';
export { overlayFs } from './runtime/host/overlay-file-system.ts';
export type { ProcessLauncher } from './runtime/host/process-launcher.ts';
export type { PSHost, PSHostUI } from './runtime/host/ps-host.ts';
export type { Limits, Usage } from './runtime/runspace/limits.ts';
export type { Permit, PermitCall } from './runtime/runspace/permit.ts';
