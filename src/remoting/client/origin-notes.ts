import { isSimpleValue } from '../../runtime/clixml/primitive-tags.ts';
import { Guid } from '../../runtime/values/guid.ts';
import { ensureNotes, PSObject } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import type { OriginInfo } from './remoting-error-record.ts';

const names = ['PSComputerName', 'RunspaceId', 'PSShowComputerName'] as const;

/**
 * Marks an object with the session it came from: PSComputerName, RunspaceId and PSShowComputerName as notes, last and in
 * this order, in place of any the far side sent, and then the job it came through where `sourceJob` names one. A bare
 * value is wrapped; null stays null.
 */
export function withOrigin(
  value: PSValue,
  origin: OriginInfo,
  showComputerName: boolean,
  sourceJob?: PSValue,
): PSValue {
  if (value === null || value === undefined) return value;
  const target = typeof value === 'object' && !isSimpleValue(value) ? value : new PSObject(value);
  const { properties } = ensureNotes(target);
  for (const name of names) properties.delete(name);
  properties.set('PSComputerName', origin.computerName);
  properties.set('RunspaceId', new Guid(origin.runspaceId));
  properties.set('PSShowComputerName', showComputerName);
  if (sourceJob !== undefined) properties.set('PSSourceJobInstanceId', sourceJob);
  return target;
}
