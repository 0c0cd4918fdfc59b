import type { EngineContext } from '../../engine.ts';

/** The longest wait between two looks at whether the engine is to stop. */
const SLICE = 100;

/** Waits; ends early when the engine is asked to stop. `Infinity` waits until then. */
export async function pause(engine: EngineContext, milliseconds: number): Promise<void> {
  const end = engine.clock.monotonic() + milliseconds;
  for (;;) {
    const left = end - engine.clock.monotonic();
    if (left <= 0 || engine.budget.stopping) return;
    await engine.clock.sleep(Math.min(SLICE, left));
  }
}

/** Waits until a condition holds or the time is over; answers whether it held. */
export async function pauseUntil(engine: EngineContext, holds: () => boolean, milliseconds: number): Promise<boolean> {
  const end = engine.clock.monotonic() + milliseconds;
  for (;;) {
    if (holds()) return true;
    const left = end - engine.clock.monotonic();
    if (left <= 0 || engine.budget.stopping) return false;
    await engine.clock.sleep(Math.min(10, left));
  }
}
