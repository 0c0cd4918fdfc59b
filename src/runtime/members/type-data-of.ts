import type { EngineContext } from '../engine.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { TypeData } from './type-data.ts';

/** The type data of an engine. */
export function typeDataOf(engine: EngineContext): TypeData {
  const { typeData } = typeSystemOf(engine);
  if (typeData instanceof TypeData) return typeData;
  throw new Error('the engine was made without type data');
}
