import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { propertyNamed } from '../../commands/property-lookup.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { WildcardPattern } from '../../text/wildcard.ts';
import { findZone, localZone } from '../../types/system/time-zone-info.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { typeTable } from '../../types/type-table.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { step } from './item-paths.ts';

function* allZones(ctx: CmdletContext): Flow<readonly PSValue[]> {
  const zoneType = typeTable().get('System.TimeZoneInfo');
  const found = yield* settle(typeSystemOf(ctx.engine).invokeStatic(zoneType, 'GetSystemTimeZones', []));
  return elementsOf(found) ?? [];
}

function* notFound(ctx: CmdletContext, what: 'Id' | 'Name', text: string): Flow<void> {
  yield* settle(
    ctx.writeError({
      id: 'TimeZoneNotFound',
      category: 'InvalidArgument',
      exceptionType: 'System.TimeZoneNotFoundException',
      message: `There is no time zone whose ${what} is "${text}".`,
      target: what,
    }),
  );
}

/** Zones whose standard or daylight name fits a wildcard. */
function* zonesNamed(ctx: CmdletContext, name: string): Flow<PSValue[]> {
  const pattern = new WildcardPattern(name, true);
  const found: PSValue[] = [];
  for (const zone of yield* allZones(ctx)) {
    const standard = yield* settle(propertyNamed(ctx.engine, zone, 'StandardName'));
    const daylight = yield* settle(propertyNamed(ctx.engine, zone, 'DaylightName'));
    if (pattern.isMatch(String(standard)) || pattern.isMatch(String(daylight))) found.push(zone);
  }
  return found;
}

/** Get-TimeZone: the local time zone, zones by id or name, or all. */
export const getTimeZone = defineCmdlet({
  name: 'Get-TimeZone',
  aliases: ['gtz'],
  synopsis: 'Gets time zones.',
  defaultParameterSet: 'Name',
  outputs: ['System.TimeZoneInfo'],
  effects: ['none'],
  parameters: {
    Id: parameter(type.strings, { set: 'Id', mandatory: true, pipeline: 'property', help: 'Ids of zones.' }),
    ListAvailable: parameter(type.switch, { set: 'ListAvailable', mandatory: true, help: 'All zones.' }),
    Name: parameter(type.strings, {
      set: 'Name',
      position: 0,
      pipeline: 'value',
      supportsWildcards: true,
      help: 'Standard or daylight names; wildcards are allowed.',
    }),
  },
  examples: [{ title: 'A zone by its id', code: '(Get-TimeZone -Id UTC).BaseUtcOffset.TotalHours', output: '0' }],
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          if (args.ListAvailable) for (const zone of yield* allZones(ctx)) yield* settle(ctx.write(zone));
          else if (args.Id)
            for (const id of args.Id) {
              const zone = findZone(id);
              if (zone) yield* settle(ctx.write(zone));
              else yield* notFound(ctx, 'Id', id);
            }
          else if (args.Name)
            for (const name of args.Name) {
              const zones = yield* zonesNamed(ctx, name);
              for (const zone of zones) yield* settle(ctx.write(zone));
              if (zones.length === 0) yield* notFound(ctx, 'Name', name);
            }
          else yield* settle(ctx.write(localZone(ctx.engine)));
        })(),
      ),
  }),
});
