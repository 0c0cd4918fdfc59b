import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { Version } from '../../values/version.ts';

/** Set-StrictMode: turns checks of the language on or off for the scope and what it calls. */
export const setStrictMode = defineCmdlet({
  name: 'Set-StrictMode',
  synopsis: 'Turns stricter rules of the language on or off.',
  defaultParameterSet: 'Version',
  effects: ['state'],
  parameters: {
    Off: parameter(type.switch, { set: 'Off', mandatory: true, help: 'No checks.' }),
    Version: parameter(type.named<Version>('System.Version'), {
      set: 'Version',
      mandatory: true,
      aliases: ['v'],
      transform: latest,
      validate: [{ kind: 'check', check: notAVersion }],
      help: 'Which rules: 1.0, 2.0, 3.0 or Latest.',
    }),
  },
  examples: [
    {
      title: 'Unknown properties become errors',
      code: "Set-StrictMode -Version Latest; try { 'x'.NoSuch } catch { $_.FullyQualifiedErrorId }; Set-StrictMode -Off",
      output: 'PropertyNotFoundStrict',
    },
  ],
  invoke: (ctx) => ({
    end(args) {
      const mode = args.Off ? 0 : Math.min(3, args.Version?.major ?? 0);
      ctx.caller.scope.ensureTables().strictMode = mode;
    },
  }),
});

/** `Latest` stands for the newest rules; a whole number for that version. */
function latest(value: PSValue): PSValue {
  const base = baseOf(value);
  if (typeof base === 'string' && base.toLowerCase() === 'latest') return new Version(3, 0);
  if (typeof base === 'number' && Number.isInteger(base)) return new Version(base, 0);
  if (typeof base === 'string' && /^\d+$/.test(base)) return new Version(Number(base), 0);
  return value;
}

const versions = ['1.0', '2.0', '3.0', '4.0', '5.0', '5.1', '6.0', '6.1', '6.2'];

/** Only versions that PowerShell had are known: those up to 6.2 and 7.0 to 7.6. */
function notAVersion(value: PSValue): string | undefined {
  const base = baseOf(value);
  if (base instanceof Version && (versions.includes(String(base)) || /^7\.[0-6]$/.test(String(base)))) return undefined;
  return `${String(base)} is no version of PowerShell.`;
}
