import { environmentEntries, ownEnvironment } from '../../runtime/host/own-environment.ts';
import { Runspace } from '../../runtime/runspace/runspace.ts';
import type { RunspaceOptions } from '../../runtime/runspace/runspace-options.ts';
import { Variable } from '../../runtime/scope/variable.ts';
import { PSObject } from '../../runtime/values/ps-object.ts';
import type { EngineRunspace, RunspaceFactory, RunspaceRequest } from './engine-runspace.ts';
import { RunspaceEngine } from './runspace-engine.ts';

/** The world of a session's runspace: everything but its host, which is the client's. */
export type SessionWorld = Omit<RunspaceOptions, 'host'>;

/** Makes session runspaces in a world; each has its own copy of the environment variables. */
export function sessionRunspaces(world: () => SessionWorld): RunspaceFactory {
  return (request) => makeSessionRunspace(world(), request);
}

function makeSessionRunspace(world: SessionWorld, request: RunspaceRequest): EngineRunspace {
  const runspace = new Runspace({
    ...world,
    host: request.host,
    environment: ownEnvironment(environmentEntries(world.environment)),
    nativeStreams: { input: false, output: false, error: false },
  });
  const { globalScope } = runspace.session.main;
  globalScope.setCell(new Variable('PSSenderInfo', senderInfo(request)));
  globalScope.setCell(new Variable('PROFILE', ''));
  return new RunspaceEngine(runspace);
}

function senderInfo(request: RunspaceRequest): PSObject {
  const identity = PSObject.fromEntries([['Name', request.userName]]);
  const info = PSObject.fromEntries([
    ['UserInfo', PSObject.fromEntries([['Identity', identity]])],
    ['ClientTimeZone', null],
    ['ConnectionString', ''],
    ['ApplicationArguments', request.applicationArguments ?? null],
  ]);
  info.typeNames = ['System.Management.Automation.Remoting.PSSenderInfo', 'System.Object'];
  return info;
}
