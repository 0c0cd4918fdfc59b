import { commonParameterNames } from './common-parameter-list.ts';
import type { CommandMetadata, CommandParameter } from './parameter-metadata.ts';

/** The parameter a name means: exact name or alias, else the only one it is a prefix of. */
export function matchParameterName(metadata: CommandMetadata, name: string): CommandParameter | undefined {
  const wanted = name.toLowerCase();
  const names = (p: CommandParameter) => [p.name, ...p.aliases].map((n) => n.toLowerCase());
  const exact = metadata.parameters.find((p) => names(p).includes(wanted));
  if (exact) return exact;
  const candidates = metadata.parameters.filter((p) => names(p).some((n) => n.startsWith(wanted)));
  if (candidates.length === 1) return candidates[0];
  const own = candidates.filter((p) => !commonParameterNames.has(p.name.toLowerCase()));
  return own.length === 1 ? own[0] : undefined;
}
