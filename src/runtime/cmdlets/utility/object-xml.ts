import type { CommandEngine } from '../../commands/call-frame.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { ControlFlow } from '../../errors/control-flow.ts';
import { isDictionary } from '../../members/dictionary-access.ts';
import { enumerableOf } from '../../members/enumerate.ts';
import { isPropertyKind, listMembers } from '../../members/member-list.ts';
import { typeOf } from '../../types/type-of.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { Char } from '../../values/char.ts';
import { DateTime } from '../../values/date-time.ts';
import { EnumValue } from '../../values/enum-value.ts';
import { Guid } from '../../values/guid.ts';
import { numberKindOf } from '../../values/number-kind-of.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import { baseOf, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';
import { TimeSpan } from '../../values/time-span.ts';
import type { XmlOutput } from '../../xml/xml-output.ts';

/** How ConvertTo-Xml writes objects. */
export interface ObjectXmlOptions {
  /** Levels of properties of properties; what lies deeper is written as its text. */
  readonly depth: number;
  /** Whether elements tell the types of what they hold. */
  readonly hasTypes: boolean;
}

interface Place extends ObjectXmlOptions {
  readonly engine: CommandEngine;
  readonly out: XmlOutput;
}

/** Writes an object as an `Object` element with its properties. */
export function* writeObjectXml(
  engine: CommandEngine,
  out: XmlOutput,
  value: PSValue,
  options: ObjectXmlOptions,
): Flow<void> {
  yield* element({ ...options, engine, out }, value, 'Object');
}

function* element(place: Place, value: PSValue, name: string, property?: string): Flow<void> {
  const { engine, out, hasTypes } = place;
  engine.budget.charge(1);
  const base = baseOf(value);
  out.startElement(null, name, null);
  if (property !== undefined) out.attribute(null, 'Name', null, property);
  if (base !== null && base !== undefined) {
    if (hasTypes) out.attribute(null, 'Type', null, typeOf(base).toString());
    yield* content(place, value, base);
  }
  out.endElement();
}

function* content(place: Place, value: PSValue, base: PSValue): Flow<void> {
  if (isPlain(base)) {
    place.out.text(textOf(place.engine, value));
    return;
  }
  if (isDictionary(base)) {
    for (const { key, value: held } of base.entries()) {
      yield* element(place, key, 'Property', 'Key');
      yield* element(place, held, 'Property', 'Value');
    }
    return;
  }
  const items = base instanceof PSObject ? undefined : enumerableOf(base);
  if (items) for (const item of items) yield* element(place, item, 'Property');
  else if (place.depth > 0) yield* properties(place, value);
  else place.out.text(textOf(place.engine, value));
}

function* properties(place: Place, value: PSValue): Flow<void> {
  const below = { ...place, depth: place.depth - 1 };
  let isWritten = false;
  for (const member of listMembers(place.engine, value)) {
    if (!isPropertyKind(member) || member.isHidden) continue;
    let held: PSValue = null;
    try {
      held = (yield* settle(member.getValue(place.engine))) ?? null;
    } catch (thrown) {
      // A property that cannot be read is written empty.
      if (thrown instanceof ControlFlow) throw thrown;
    }
    yield* element(below, held, 'Property', member.name);
    isWritten = true;
  }
  if (!isWritten) place.out.text(textOf(place.engine, value));
}

function textOf(engine: CommandEngine, value: PSValue): string {
  const types = typeSystemOf(engine);
  const base = baseOf(value);
  return base instanceof PSObject || enumerableOf(base) ? types.toText(value) : types.netText(base, null, '');
}

function isPlain(value: PSValue): boolean {
  if (typeof value !== 'object') return true;
  return (
    numberKindOf(value) !== NumberKind.None ||
    value instanceof Char ||
    value instanceof EnumValue ||
    value instanceof DateTime ||
    value instanceof TimeSpan ||
    value instanceof Guid ||
    value instanceof ScriptBlock
  );
}
