import type { PSHost, PSHostUI } from '../runtime/host/ps-host.ts';

/** Thrown where a script asks a person and the embedder has given it none. */
class NobodyToAsk extends Error {
  constructor() {
    super('This engine has no person to ask; give createEngine a host that answers.');
  }
}

const refuse = (): never => {
  throw new NobodyToAsk();
};

const silentUI: PSHostUI = {
  interactive: false,
  size: () => undefined,
  write: () => {},
  writeLine: () => {},
  writeErrorLine: () => {},
  writeWarningLine: () => {},
  writeVerboseLine: () => {},
  writeDebugLine: () => {},
  writeProgress: () => {},
  readLine: refuse,
  readSecret: refuse,
  prompt: refuse,
  promptForChoice: refuse,
  promptForCredential: refuse,
};

/** The host of an engine that nobody sits in front of: shows nothing, and a question is an error. */
export function embeddedHost(culture: string, version: string): PSHost {
  return {
    name: 'Nacre',
    version,
    instanceId: '00000000-0000-0000-0000-000000000000',
    culture,
    uiCulture: culture,
    supportsVirtualTerminal: false,
    ui: silentUI,
    setShouldExit: () => {},
  };
}
