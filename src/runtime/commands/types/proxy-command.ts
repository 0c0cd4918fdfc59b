import type { EngineContext } from '../../engine.ts';
import { defineType, type TypeSpec } from '../../types/define-type.ts';
import { badArgument } from '../../types/net-error.ts';
import { NetObject } from '../../values/net-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { commandEngine } from '../call-frame.ts';
import { metadataOfCommand, ParameterDescription } from '../command-description.ts';
import type { CommandInfo } from '../command-info.ts';
import type { CommandMetadata } from '../parameter-metadata.ts';
import { automationEnum } from './automation-enums.ts';
import { dictionaryOf } from './command-types.ts';
import { type ProxyTarget, proxyBinding, proxyBlocks, proxyParameters, proxyText } from './proxy-text.ts';

const prefix = 'System.Management.Automation.';

/** CommandMetadata: what a command declares, as a thing of its own. */
class CommandMetadataObject extends NetObject implements ProxyTarget {
  name: string;
  readonly kind: string;
  readonly metadata: CommandMetadata;

  constructor(command: CommandInfo, metadata: CommandMetadata) {
    super();
    this.name = command.name;
    this.kind = command.commandType;
    this.metadata = metadata;
  }
}

function metadataOf(engine: EngineContext, command: CommandInfo): Eventually<CommandMetadataObject> {
  return andThen(metadataOfCommand(commandEngine(engine), command), (metadata) => {
    if (!metadata) throw badArgument(`'${command.name}' declares no parameters.`, 'commandInfo');
    return new CommandMetadataObject(command, metadata);
  });
}

/** CommandMetadata and ProxyCommand: text of functions that stand before other commands. */
export const proxyCommandTypes: readonly TypeSpec[] = [
  defineType({
    name: `${prefix}CommandMetadata`,
    jsClass: CommandMetadataObject,
    isSealed: true,
    members: {
      'new(CommandInfo commandInfo)'(command: CommandInfo) {
        return metadataOf(this, command);
      },
      'prop Name string get set': {
        get: (self: CommandMetadataObject) => self.name,
        set: (self: CommandMetadataObject, name: string) => {
          self.name = name;
        },
      },
      'prop ConfirmImpact ConfirmImpact get': ({ metadata }: CommandMetadataObject) =>
        automationEnum('ConfirmImpact', metadata.confirmImpact),
      'prop DefaultParameterSetName string get': ({ metadata }: CommandMetadataObject) => metadata.defaultSet ?? '',
      'prop HelpUri string get': ({ metadata }: CommandMetadataObject) => metadata.helpUri,
      'prop Parameters object get': ({ metadata }: CommandMetadataObject) =>
        dictionaryOf(
          'ParameterMetadata',
          metadata.parameters
            .filter((one) => !one.isCommon)
            .map((one): [string, PSValue] => [one.name, new ParameterDescription(one)]),
        ),
      'prop PositionalBinding bool get': ({ metadata }: CommandMetadataObject) => metadata.positionalBinding,
      'prop RemotingCapability RemotingCapability get': ({ metadata }: CommandMetadataObject) =>
        automationEnum('RemotingCapability', metadata.remotingCapability),
      'prop SupportsPaging bool get': ({ metadata }: CommandMetadataObject) => metadata.supportsPaging,
      'prop SupportsShouldProcess bool get': ({ metadata }: CommandMetadataObject) => metadata.supportsShouldProcess,
      'prop SupportsTransactions bool get': () => false,
    },
  }),
  defineType({
    name: `${prefix}ProxyCommand`,
    isAbstract: true,
    isSealed: true,
    members: {
      'static Create(CommandMetadata commandMetadata) string': (from: CommandMetadataObject) =>
        proxyText(from, null, true),
      'static Create(CommandMetadata commandMetadata, string helpComment) string': (
        from: CommandMetadataObject,
        help: string | null,
      ) => proxyText(from, help, true),
      'static Create(CommandMetadata commandMetadata, string helpComment, bool generateDynamicParameters) string': (
        from: CommandMetadataObject,
        help: string | null,
        hasDynamic: boolean,
      ) => proxyText(from, help, hasDynamic),
      'static GetBegin(CommandMetadata commandMetadata) string': (from: CommandMetadataObject) =>
        proxyBlocks.begin(from),
      'static GetClean(CommandMetadata commandMetadata) string': () => proxyBlocks.clean(),
      'static GetCmdletBindingAttribute(CommandMetadata commandMetadata) string': ({
        metadata,
      }: CommandMetadataObject) => proxyBinding(metadata),
      'static GetDynamicParam(CommandMetadata commandMetadata) string': (from: CommandMetadataObject) =>
        proxyBlocks.dynamicparam(from),
      'static GetEnd(CommandMetadata commandMetadata) string': () => proxyBlocks.end(),
      'static GetParamBlock(CommandMetadata commandMetadata) string': ({ metadata }: CommandMetadataObject) =>
        proxyParameters(metadata),
      'static GetProcess(CommandMetadata commandMetadata) string': () => proxyBlocks.process(),
    },
  }),
];
