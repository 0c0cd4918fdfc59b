import { serializerType } from '../clixml/serializer-type.ts';
import { coreCommandTypes } from '../cmdlets/core/session-history.ts';
import { commandLayerTypes } from '../commands/types/index.ts';
import { evaluatorTypes } from '../evaluate/evaluator-types.ts';
import { scriptBlockType } from '../evaluate/script-block-type.ts';
import { cmdletType, psCmdletType, scriptCmdletType } from '../evaluate/script-cmdlet.ts';
import { moduleTypes } from '../modules/types/module-types.ts';
import { recordTypes } from '../pipeline/record-types.ts';
import { steppablePipelineType } from '../pipeline/steppable-pipeline.ts';
import { providerTypes } from '../providers/provider-types.ts';
import { variableType } from '../scope/variable-types.ts';
import type { TypeSpec } from '../types/define-type.ts';
import { commandIntrinsicsType } from './intrinsics/command-intrinsics.ts';
import { hostTypes } from './intrinsics/host-object.ts';
import { pathIntrinsicsType } from './intrinsics/path-intrinsics.ts';
import { sessionStateTypes } from './intrinsics/session-state-type.ts';
import { variableIntrinsicsType } from './intrinsics/variable-intrinsics.ts';
import { powerShellTypes } from './power-shell/power-shell-types.ts';
import { runspaceTypes } from './power-shell/runspace-types.ts';
import { versionTableType } from './version-table.ts';

/** Types whose classes live above types/: declared into the one type table when the first runspace is made. */
export const engineTypes: readonly TypeSpec[] = [
  ...evaluatorTypes,
  serializerType,
  scriptBlockType,
  cmdletType,
  psCmdletType,
  scriptCmdletType,
  ...recordTypes,
  variableType,
  ...providerTypes,
  ...commandLayerTypes,
  ...coreCommandTypes,
  steppablePipelineType,
  ...moduleTypes,
  ...sessionStateTypes,
  commandIntrinsicsType,
  ...hostTypes,
  pathIntrinsicsType,
  variableIntrinsicsType,
  ...runspaceTypes,
  ...powerShellTypes,
  versionTableType,
];
