import type { EngineContext } from '../engine.ts';
import type { ErrorRecord } from '../errors/error-record.ts';
import type { EvaluateEngine } from '../evaluate/session.ts';
import type { Scope } from '../scope/scope.ts';
import { getVariable } from '../scope/variable-access.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { type PSStyle, psStyleOf } from '../values/ps-style.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { DisplayStyle } from './display-style.ts';
import { EngineObjects } from './engine-objects.ts';
import type { FormatContext } from './format-context.ts';
import type { ObjectAccess } from './object-access.ts';
import { ViewTable } from './view-table.ts';
import { builtInViews } from './views/index.ts';

const DEFAULT_ENUMERATION_LIMIT = 4;
const DEFAULT_CONSOLE_WIDTH = 80;

const contexts = new WeakMap<EngineContext, FormatContext>();

/** The one format context of an engine. */
export function formatContextOf(engine: EngineContext): FormatContext {
  let context = contexts.get(engine);
  if (!context) {
    context = new EngineFormatContext(engine);
    contexts.set(engine, context);
  }
  return context;
}

class StyleView implements DisplayStyle {
  readonly #style: PSStyle;

  constructor(style: PSStyle) {
    this.#style = style;
  }

  get outputRendering(): DisplayStyle['outputRendering'] {
    return this.#style.outputRendering;
  }

  get tableHeader(): string {
    return this.#style.formatting.tableHeader;
  }

  get customTableHeaderLabel(): string {
    return this.#style.formatting.customTableHeaderLabel;
  }

  get formatAccent(): string {
    return this.#style.formatting.formatAccent;
  }

  get errorAccent(): string {
    return this.#style.formatting.errorAccent;
  }

  get error(): string {
    return this.#style.formatting.error;
  }
}

class EngineFormatContext implements FormatContext {
  readonly #engine: EngineContext;
  readonly objects: ObjectAccess;
  readonly views = new ViewTable(builtInViews);
  readonly style: DisplayStyle;

  constructor(engine: EngineContext) {
    this.#engine = engine;
    this.objects = new EngineObjects(engine);
    this.style = new StyleView(psStyleOf(engine));
  }

  get culture(): string {
    return this.#engine.culture;
  }

  monotonic(): number {
    return this.#engine.clock.monotonic();
  }

  invoke(block: ScriptBlock, dollarUnder: PSValue): Eventually<PSValue> {
    return this.#engine.invokeBlock(block, { dollarUnder });
  }

  call(target: PSValue, method: string, args: readonly PSValue[]): Eventually<PSValue> {
    return typeSystemOf(this.#engine).invoke(target, method, args);
  }

  enumerationLimit(): number {
    const value = getVariable(this.#evaluator.session.main.globalScope, 'formatenumerationlimit');
    return typeof value === 'number' && Number.isInteger(value) ? value : DEFAULT_ENUMERATION_LIMIT;
  }

  errorView(): string {
    const value = getVariable(this.#evaluator.session.currentScope, 'errorview');
    return value === undefined || value === null ? 'ConciseView' : typeSystemOf(this.#engine).toText(value);
  }

  /** Every engine that formats was made by the runspace, which is an {@link EvaluateEngine}. */
  get #evaluator(): EvaluateEngine {
    return this.#engine as EvaluateEngine;
  }

  get supportsVirtualTerminal(): boolean {
    return this.#engine.host.supportsVirtualTerminal;
  }

  get consoleWidth(): number {
    return this.#engine.host.ui.size()?.width ?? DEFAULT_CONSOLE_WIDTH;
  }

  get consoleHeight(): number | undefined {
    return this.#engine.host.ui.size()?.height;
  }

  commandExists(name: string): boolean {
    const key = name.toLowerCase();
    for (let scope: Scope | null = this.#evaluator.session.currentScope; scope; scope = scope.parent) {
      const { tables } = scope;
      if (tables?.functions.has(key) || tables?.cmdlets.has(key) || tables?.aliases.has(key)) return true;
    }
    return false;
  }

  get currentDirectory(): string {
    return this.#engine.currentDirectory;
  }

  toErrorRecord(thrown: unknown): ErrorRecord {
    return this.#engine.toErrorRecord(thrown);
  }
}
