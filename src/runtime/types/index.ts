import type { TypeSpec } from './define-type.ts';
import { commandTypes } from './microsoft-powershell-commands/index.ts';
import { systemTypes } from './system/index.ts';
// All exceptions (exceptions.ts) and enums (enum-types.ts) of .NET are in here.
import { serviceTypes } from './system/service-types.ts';
import { systemCollectionsTypes } from './system-collections/index.ts';
import { diagnosticsTypes } from './system-diagnostics/index.ts';
import { globalizationTypes } from './system-globalization/index.ts';
import { ioTypes } from './system-io/index.ts';
import { linqTypes } from './system-linq/index.ts';
import { automationTypes } from './system-management-automation/index.ts';
import { astTypes } from './system-management-automation-language/ast-types.ts';
import { parserTypes } from './system-management-automation-language/parser-types.ts';
import { netTypes } from './system-net/index.ts';
import { complexType } from './system-numerics/complex.ts';
import { interopTypes } from './system-runtime-interopservices/index.ts';
import { cryptographyTypes } from './system-security-cryptography/index.ts';
import { windowsPrincipalTypes } from './system-security-principal/windows-principal.ts';
import { textTypes } from './system-text/index.ts';
import { regexTypes } from './system-text-regular-expressions/index.ts';
import { threadingTypes } from './system-threading/index.ts';
import { timerTypes } from './system-timers/timer.ts';
import { xmlTypes } from './system-xml/index.ts';

/** Every emulated type. One line per folder; the order decides which type a simple name in a signature means. */
export const allTypes: readonly TypeSpec[] = [
  ...systemTypes,
  ...systemCollectionsTypes,
  ...linqTypes,
  ...serviceTypes,
  ...diagnosticsTypes,
  ...timerTypes,
  ...windowsPrincipalTypes,
  ...globalizationTypes,
  ...interopTypes,
  ...textTypes,
  ...regexTypes,
  ...ioTypes,
  ...threadingTypes,
  ...xmlTypes,
  ...cryptographyTypes,
  complexType,
  ...netTypes,
  ...automationTypes,
  ...parserTypes,
  ...astTypes,
  ...commandTypes,
];
