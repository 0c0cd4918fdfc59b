import type { MethodOverload, Parameter } from '../types/member.ts';
import { displayTypeName } from '../types/type-names.ts';

function parameterText({ name, type, isParams, isByRef }: Parameter): string {
  const text = `${isByRef ? '[ref] ' : ''}${displayTypeName(type)} ${name}`;
  return isParams ? `Params ${text}` : text;
}

/** A method as `OverloadDefinitions` writes it: `static string Join(string separator, Params string[] value)`. */
export function methodDefinition(method: MethodOverload): string {
  const generic = method.genericParameters.length > 0 ? `[${method.genericParameters.join(', ')}]` : '';
  const parameters = method.parameters.map(parameterText).join(', ');
  const head = method.isStatic && !method.isConstructor ? 'static ' : '';
  const owner = method.interfaceType ? `${method.interfaceType.name}.` : '';
  const name = method.isConstructor ? 'new' : owner + method.name;
  return `${head}${displayTypeName(method.returnType)} ${name}${generic}(${parameters})`;
}

/** An indexer: `char Chars(int index) {get;}`. */
export function indexerDefinition(getter: MethodOverload, canSet: boolean, name: string): string {
  const parameters = getter.parameters.map(parameterText).join(', ');
  return `${displayTypeName(getter.returnType)} ${name}(${parameters}) {get;${canSet ? 'set;' : ''}}`;
}
