import type { EngineContext } from '../../engine.ts';
import { CultureInfo } from '../../values/culture-info.ts';

const cultures = new Map<string, CultureInfo>([['', CultureInfo.invariant]]);
const chosen = new WeakMap<EngineContext, { culture?: CultureInfo; uiCulture?: CultureInfo }>();

/** The shared, unchangeable object of a culture by its usual name. */
export function sharedCulture(name: string): CultureInfo {
  let found = cultures.get(name);
  if (!found) cultures.set(name, (found = new CultureInfo(name)));
  return found;
}

/** CurrentCulture or CurrentUICulture of an engine: the object that was set last, while its name is in force. */
export function currentCulture(engine: EngineContext, which: 'culture' | 'uiCulture' = 'culture'): CultureInfo {
  const set = chosen.get(engine)?.[which];
  return set?.name === engine[which] ? set : sharedCulture(engine[which]);
}

/** Makes a culture the current one. */
export function setCurrentCulture(engine: EngineContext, which: 'culture' | 'uiCulture', culture: CultureInfo): void {
  engine[which] = culture.name;
  chosen.set(engine, { ...chosen.get(engine), [which]: culture });
}
