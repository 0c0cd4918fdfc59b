import type { EngineContext } from '../runtime/engine.ts';
import { Hashtable } from '../runtime/values/hashtable.ts';
import { baseOf } from '../runtime/values/ps-object.ts';
import type { PSValue } from '../runtime/values/ps-value.ts';
import { Version } from '../runtime/values/version.ts';
import { primitiveDictionary } from './psrp/property-bag.ts';

/** The entries of `$PSVersionTable` that a handshake may carry: texts and versions. */
export function handshakeTable(table: PSValue): Hashtable {
  const base = baseOf(table);
  const friendly: [PSValue, PSValue][] = [];
  if (base instanceof Hashtable) {
    for (const { key, value } of base.entries()) {
      if (typeof value === 'string' || value instanceof Version) friendly.push([key, value]);
    }
  }
  return Hashtable.from(friendly);
}

/** What a client says of itself when it opens a session (`$PSSenderInfo.ApplicationArguments`), after `more` of its own. */
export function handshakeArguments(engine: EngineContext, more?: Hashtable): Hashtable {
  const { host, platform } = engine;
  const table = Hashtable.from([
    ['PSVersion', new Version(7, 6, 5)],
    ['PSEdition', 'Core'],
    ['NacreVersion', host.version],
    ['OS', platform.osDescription],
    ['PSRemotingProtocolVersion', new Version(2, 4)],
    ['SerializationVersion', new Version(1, 1, 0, 1)],
  ]);
  const own = Array.from(more?.entries() ?? [], ({ key, value }): [string, PSValue] => [String(baseOf(key)), value]);
  return primitiveDictionary([...own, ['PSVersionTable', table]]);
}
