import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { XmlNode } from '../../xml/xml-node.ts';
import { getMember } from '../get-member.ts';
import type { TypeData } from '../type-data.ts';
import { at, type Computed, extend } from './extend.ts';

const call =
  (name: string): Computed =>
  (self, engine) =>
    typeSystemOf(engine).invoke(self, name, []);

const asText: Computed = (self, engine) => typeSystemOf(engine).netText(self);

/** The date, the time or both in the long forms of the culture, as a `DisplayHint` note says. */
function longDateTime(self: PSValue, engine: EngineContext): Eventually<PSValue> {
  const types = typeSystemOf(engine);
  return andThen(getMember(engine, self, 'DisplayHint'), (hint) => {
    const kind = types.toText(hint).toLowerCase();
    const date = types.netText(self, 'D');
    const time = types.netText(self, 'T');
    return kind === 'date' ? date : kind === 'time' ? time : `${date} ${time}`;
  });
}

/** The version with the labels of a semantic version. */
function labelledVersion(self: PSValue, engine: EngineContext): Eventually<PSValue> {
  const types = typeSystemOf(engine);
  const part = (name: string) => andThen(getMember(engine, self, name), (value) => types.toText(value));
  return andThen(part('Major'), (major) =>
    andThen(part('Minor'), (minor) =>
      andThen(part('Build'), (build) =>
        andThen(part('PSSemVerPreReleaseLabel'), (label) =>
          andThen(part('PSSemVerBuildLabel'), (buildLabel) => {
            const suffix = (label && `-${label}`) + (buildLabel && `+${buildLabel}`);
            return `${major}.${minor}.${build}${suffix}`;
          }),
        ),
      ),
    ),
  );
}

function messageDetails(self: PSValue, engine: EngineContext): Eventually<PSValue> {
  return andThen(at('Exception', 'InnerException')(self, engine), (inner) =>
    inner instanceof NetException ? getMember(engine, inner, 'PSMessageDetails') : null,
  );
}

const localName: Computed = (self) => (self instanceof XmlNode ? self.localName : '');
const joined: Computed = (self, engine) => typeSystemOf(engine).toText(self);

/** What PowerShell adds to values of .NET. */
export function extendValues(data: TypeData): void {
  extend(data, 'System.DateTime', { scriptProperties: { DateTime: longDateTime } });
  extend(data, 'System.Guid', { scriptProperties: { Guid: asText } });
  extend(data, 'System.Net.IPAddress', { scriptProperties: { IPAddressToString: asText } });
  extend(data, 'System.Collections.DictionaryEntry', { aliases: { Name: 'Key' } });
  extend(data, 'System.Xml.XmlNode', { codeMethods: { ToString: localName } });
  extend(data, 'System.Xml.XmlNodeList', { codeMethods: { ToString: joined } });
  extend(data, 'System.Version#IncludeLabel', { scriptMethods: { ToString: labelledVersion } });
  extend(data, 'Deserialized.System.Enum', { scriptProperties: { Value: call('ToString') } });
  extend(data, 'System.Management.Automation.ErrorRecord', { scriptProperties: { PSMessageDetails: messageDetails } });
}
