import { typeSystemOf } from '../../types/type-system.ts';
import { andThen } from '../../values/ps-value.ts';
import type { TypeData } from '../type-data.ts';
import { at, extend } from './extend.ts';

/** What PowerShell adds to sessions, jobs and processes. */
export function extendSessions(data: TypeData): void {
  extend(data, 'System.Management.Automation.Runspaces.PSSession', {
    scriptProperties: {
      State: at('Runspace', 'RunspaceStateInfo', 'State'),
      IdleTimeout: at('Runspace', 'ConnectionInfo', 'IdleTimeout'),
      OutputBufferingMode: at('Runspace', 'ConnectionInfo', 'OutputBufferingMode'),
      DisconnectedOn: at('Runspace', 'DisconnectedOn'),
      ExpiresOn: at('Runspace', 'ExpiresOn'),
    },
  });
  extend(data, 'System.Management.Automation.Job', {
    scriptProperties: {
      State: (self, engine) =>
        andThen(at('JobStateInfo', 'State')(self, engine), (state) => typeSystemOf(engine).netText(state)),
    },
  });
  extend(data, 'System.Diagnostics.Process', {
    aliases: {
      Handles: 'HandleCount',
      Name: 'ProcessName',
      NPM: 'NonpagedSystemMemorySize64',
      PM: 'PagedMemorySize64',
      SI: 'SessionId',
      VM: 'VirtualMemorySize64',
      WS: 'WorkingSet64',
    },
    scriptProperties: {
      CPU: at('TotalProcessorTime', 'TotalSeconds'),
      Path: at('MainModule', 'FileName'),
      CommandLine: at('CommandLineText'),
      Company: at('MainModule', 'FileVersionInfo', 'CompanyName'),
      FileVersion: at('MainModule', 'FileVersionInfo', 'FileVersion'),
      ProductVersion: at('MainModule', 'FileVersionInfo', 'ProductVersion'),
      Description: at('MainModule', 'FileVersionInfo', 'FileDescription'),
      Product: at('MainModule', 'FileVersionInfo', 'ProductName'),
    },
    codeProperties: { Parent: at('ParentProcess') },
  });
}
