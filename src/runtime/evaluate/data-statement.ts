import type { DataStatementAst } from '../../parser/index.ts';
import { compileStore } from './assign-variable.ts';
import type { Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import { captureValue } from './sub-expressions.ts';

/** `data { … }` (about_Data_Sections): its output goes into the variable, or on when there is none. */
export function compileData(ast: DataStatementAst, c: Compile): Execute {
  const body = c.block(ast.body);
  if (ast.variable === undefined) return body;
  const value = captureValue(body);
  const store = compileStore(pathOf(ast.variable), c);
  return (frame) => {
    const v = value(frame);
    const done = v instanceof Promise ? v.then((x) => store(frame, x)) : store(frame, v);
    return done instanceof Promise ? done.then(() => undefined) : undefined;
  };
}

function pathOf(name: string): Parameters<typeof compileStore>[0] {
  return {
    userPath: name,
    unqualifiedPath: name,
    isGlobal: false,
    isLocal: false,
    isScript: false,
    isPrivate: false,
    isVariable: true,
    isUnscopedVariable: true,
    isDriveQualified: false,
    driveName: undefined,
  };
}
