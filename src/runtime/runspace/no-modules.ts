import type { ModuleHost } from '../commands/call-frame.ts';

export const noModules: ModuleHost = { commandOf: () => undefined, isLoaded: () => false, autoLoad: () => undefined };
