import { NetException } from '../errors/net-exception.ts';

/** XmlException; with a place in the text where there is one. */
export function xmlError(message: string, line = 0, position = 0): NetException {
  const where = line > 0 ? ` Line ${line}, position ${position}.` : '';
  const e = new NetException('System.Xml.XmlException', `${message}${where}`);
  e.properties.set('LineNumber', line);
  e.properties.set('LinePosition', position);
  e.properties.set('SourceUri', null);
  return e;
}
