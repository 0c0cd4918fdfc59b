import type { EngineContext } from '../engine.ts';
import { NetException } from '../errors/net-exception.ts';
import { defineType } from '../types/define-type.ts';
import { argumentNull } from '../types/net-error.ts';
import type { PSValue } from '../values/ps-value.ts';
import { ClixmlError } from '../xml/clixml-error.ts';
import { engineClixml, engineClixmlValues } from './engine-clixml.ts';

function valuesOf(engine: EngineContext, text: string | null): PSValue[] {
  if (text === null) throw argumentNull('source');
  try {
    return engineClixmlValues(engine, text);
  } catch (thrown) {
    if (thrown instanceof ClixmlError) throw new NetException('System.Xml.XmlException', thrown.message);
    throw thrown;
  }
}

/** System.Management.Automation.PSSerializer */
export const serializerType = defineType({
  name: 'System.Management.Automation.PSSerializer',
  isAbstract: true,
  isSealed: true,
  members: {
    'static Serialize(object source) string'(value) {
      return engineClixml(this, [value], 1);
    },
    'static Serialize(object source, int depth) string'(value, depth: number) {
      return engineClixml(this, [value], depth);
    },
    'static Deserialize(string source) object'(text: string | null) {
      const values = valuesOf(this, text);
      return values.length === 1 ? values[0] : values;
    },
    'static DeserializeAsList(string source) object[]'(text: string | null) {
      return valuesOf(this, text);
    },
  },
});
