import type { EngineContext } from '../../engine.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { notSupported } from '../net-error.ts';

/** What scripts have set; nothing here depends on it, as in .NET since HttpClient. */
const settings = new WeakMap<EngineContext, Map<string, PSValue>>();

function of(engine: EngineContext): Map<string, PSValue> {
  let found = settings.get(engine);
  if (!found) settings.set(engine, (found = new Map()));
  return found;
}

const known = 48 | 192 | 768 | 3072 | 12288;

function check(name: string, value: PSValue): void {
  if (name !== 'SecurityProtocol') return;
  const bits = Number((value as EnumValue).value);
  if (bits !== 0 && ((bits & 48) !== 0 || (bits & ~known) !== 0))
    throw notSupported('The security protocol is not supported.');
}

const defaults: readonly (readonly [name: string, type: string, value: PSValue])[] = [
  ['CheckCertificateRevocationList', 'bool', false],
  ['DefaultConnectionLimit', 'int', 2],
  ['DnsRefreshTimeout', 'int', 120_000],
  ['EnableDnsRoundRobin', 'bool', false],
  ['Expect100Continue', 'bool', true],
  ['MaxServicePointIdleTime', 'int', 100_000],
  ['MaxServicePoints', 'int', 0],
  ['ReusePort', 'bool', false],
  ['SecurityProtocol', 'SecurityProtocolType', 0],
  ['ServerCertificateValidationCallback', 'object', null],
  ['UseNagleAlgorithm', 'bool', false],
];

function members(): MemberTable {
  const table: Record<string, MemberTable[string]> = {};
  for (const [name, type, value] of defaults)
    table[`static prop ${name} ${type} get set`] = {
      get() {
        const map = of(this);
        return map.has(name) ? map.get(name) : value;
      },
      set(given: PSValue) {
        check(name, given);
        of(this).set(name, given);
      },
    };
  return table;
}

/** System.Net.ServicePointManager: remembers what is set. */
export const servicePointManagerType = defineType({
  name: 'System.Net.ServicePointManager',
  isAbstract: true,
  isSealed: true,
  members: {
    ...members(),
    'static field DefaultNonPersistentConnectionLimit int': () => 4,
    'static field DefaultPersistentConnectionLimit int': () => 2,
  },
});
