import type { TypeName } from '../../parser/index.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import type { TerminatingError } from '../errors/terminating-error.ts';
import { typeOf } from '../types/type-of.ts';
import { typeTable } from '../types/type-table.ts';
import type { NetType } from '../values/net-type.ts';
import type { Frame } from './frame.ts';
import { resolveTypeName } from './type-names.ts';

/** Per clause the types it takes; undefined takes everything. */
export type HandlerTypes = readonly (readonly TypeName[] | undefined)[];

/** The clause that takes an error, and the record it sees as `$_`. */
export interface Handler {
  readonly handler: number;
  readonly record: ErrorRecord;
}

interface Candidate {
  /** Undefined takes everything. */
  readonly type: NetType | undefined;
  readonly handler: number;
  /** How many other candidates are more specific. */
  readonly rank: number;
}

const runtimeException = 'System.Management.Automation.RuntimeException';

/**
 * Finds the clause for an error. The inner exception is tried before the outer one, and a more specific clause wins
 * over an earlier one; `$_.Exception` is then the exception that matched.
 */
export function findHandler(frame: Frame, error: TerminatingError, clauses: HandlerTypes): Handler | undefined {
  const candidates = rank(frame, clauses);
  if (candidates.length === 0) return undefined;
  const search = new Search(candidates);
  for (let outer: NetException | undefined = error.stopException ?? error.record.exception; outer; ) {
    const isRuntime = isRuntimeException(outer);
    const inner = isRuntime ? outer.innerException : outer;
    if (inner) search.offer(typeOf(inner), inner);
    if (!search.isBest) {
      const shown: NetException = isRuntime ? outer : new NetException(runtimeException, outer.message, outer);
      search.offer(typeOf(shown), outer);
    }
    if (search.isBest) break;
    outer = next(search, outer, inner);
  }
  if (!search.found) return undefined;
  const matched = search.exception === error.stopException ? undefined : search.exception;
  return { handler: search.found.handler, record: recordFor(error.record, matched) };
}

/**
 * Finds the trap for an error: the inner exception decides, unless only a trap that takes everything fits it and
 * another one fits the outer exception (about_Trap).
 */
export function findTrap(frame: Frame, error: TerminatingError, traps: HandlerTypes): Handler | undefined {
  const candidates = rank(frame, traps);
  const outer = error.record.exception;
  const inner = isRuntimeException(outer) ? outer.innerException : outer;
  let found = inner ? new Search(candidates).match(typeOf(inner)) : undefined;
  let exception = inner;
  if (found === undefined || found.type === undefined) {
    const other = new Search(candidates).match(typeOf(outer));
    if (other?.handler !== found?.handler) {
      found = other;
      exception = outer;
    }
  }
  return found && { handler: found.handler, record: recordFor(error.record, exception ?? undefined) };
}

/** What else an exception stands for: the error behind a stopped preference, or behind an invoked command. */
function next(search: Search, outer: NetException, inner: NetException | null): NetException | undefined {
  if (outer.typeName.endsWith('.ActionPreferenceStopException')) {
    const behind = outer.errorRecord;
    return behind instanceof ErrorRecord && behind.exception !== outer ? behind.exception : undefined;
  }
  if (outer.typeName.endsWith('.CmdletInvocationException') && inner?.innerException)
    search.offer(typeOf(inner.innerException), inner.innerException);
  return undefined;
}

class Search {
  readonly #candidates: readonly Candidate[];
  found: Candidate | undefined = undefined;
  exception: NetException | undefined = undefined;

  constructor(candidates: readonly Candidate[]) {
    this.#candidates = candidates;
  }

  get isBest(): boolean {
    return this.found?.rank === 0 && this.found.type !== undefined;
  }

  /** The exact type, else a base of it, else what takes everything. */
  match(type: NetType): Candidate | undefined {
    return (
      this.#candidates.find((c) => c.type === type) ??
      this.#candidates.find((c) => c.type !== undefined && type.isSubclassOf(c.type)) ??
      this.#candidates.find((c) => c.type === undefined)
    );
  }

  offer(type: NetType, exception: NetException): void {
    const match = this.match(type);
    if (!match) return;
    const { found } = this;
    if (found && match.rank > found.rank) return;
    if (found && match.rank === found.rank && found.type !== undefined) return;
    this.found = match;
    this.exception = exception;
  }
}

function rank(frame: Frame, clauses: HandlerTypes): Candidate[] {
  const all: { type: NetType | undefined; handler: number }[] = [];
  clauses.forEach((types, handler) => {
    if (types === undefined) all.push({ type: undefined, handler });
    else for (const name of types) all.push({ type: resolveTypeName(frame, name), handler });
  });
  return all.map((a) => ({ ...a, rank: all.filter((b) => isMoreSpecific(b.type, a.type)).length }));
}

function isMoreSpecific(type: NetType | undefined, than: NetType | undefined): boolean {
  if (type === undefined) return false;
  return than === undefined || type.isSubclassOf(than);
}

function isRuntimeException(exception: NetException): boolean {
  return (
    exception.typeName === runtimeException || typeTable().get(runtimeException).isAssignableFrom(typeOf(exception))
  );
}

/** What `$_` holds: always a record of its own, which shows the exception that matched. */
function recordFor(record: ErrorRecord, exception: NetException | undefined): ErrorRecord {
  const copy = new ErrorRecord(
    exception ?? record.exception,
    record.fullyQualifiedErrorId,
    record.category,
    record.targetObject,
  );
  copy.activity = record.activity;
  copy.reason = record.reason;
  copy.targetName = record.targetName;
  copy.targetType = record.targetType;
  copy.errorDetails = record.errorDetails;
  copy.invocationInfo = record.invocationInfo;
  copy.scriptStackTrace = record.scriptStackTrace;
  copy.pipelineIterationInfo = record.pipelineIterationInfo;
  copy.originInfo = record.originInfo;
  copy.isForeign = record.isForeign;
  copy.recordType = record.recordType;
  return copy;
}
