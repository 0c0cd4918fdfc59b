import { PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { CommandSetDescription, SetParameterDescription } from '../command-description.ts';
import { parameterSetsOf } from '../command-description.ts';
import { type AliasInfo, CmdletInfo, type CommandInfo, ExternalScriptInfo } from '../command-info.ts';
import type { CommandMetadata, CommandParameter } from '../parameter-metadata.ts';
import { inSyntaxOrder, syntaxOf } from '../syntax.ts';
import type { HelpText } from './help-text.ts';

const root = 'MamlCommandHelpInfo';

/** The object that Get-Help writes for a command (MamlCommandHelpInfo), with the help's words as far as there are any. */
export function helpObject(command: CommandInfo, metadata: CommandMetadata | undefined, text?: HelpText): PSObject {
  const name = command instanceof ExternalScriptInfo ? command.path : command.name;
  const sets = metadata ? parameterSetsOf(metadata) : [];
  const parameters = metadata?.parameters.filter((one) => isShown(one)) ?? [];
  const help = typed([root, 'HelpInfo'], {
    details: part('details', {
      name,
      ...(command instanceof CmdletInfo ? { verb: command.verb, noun: command.noun } : {}),
      description: paragraphs(text?.synopsis),
    }),
    description: paragraphs(text?.description),
    syntax: part('syntax', { syntaxItem: sets.map((set) => syntaxItem(name, set)) }),
    parameters: part('parameters', {
      parameter: parameters.map((one) => parameterHelp(one, text?.parameter(one.name), text?.defaultOf(one.name))),
    }),
    inputTypes: part('inputTypes', { inputType: (text?.inputs ?? []).map(typeItem) }),
    returnValues: part('returnValues', { returnValue: (text?.outputs ?? []).map(typeItem) }),
    ...(text?.notes === undefined ? {} : { alertSet: part('alertSet', { alert: paragraphs(text.notes) }) }),
    ...(text && text.examples.length > 0
      ? { examples: part('examples', { example: text.examples.map(example) }) }
      : {}),
    relatedLinks: part('relatedLinks', { navigationLink: (text?.links ?? []).map(link) }),
    CommonParameters: metadata?.isAdvanced ?? false,
    Name: name,
    Category: command.commandType,
    Synopsis: text?.synopsis || bareSyntax(name, sets),
    Component: text?.component ?? null,
    Role: text?.role ?? null,
    Functionality: text?.functionality ?? null,
    ModuleName: command.moduleName,
  });
  return help;
}

/** The entry for an alias in a list of help topics. */
export function aliasHelp(alias: AliasInfo): PSObject {
  return typed(['AliasHelpInfo', 'HelpInfo'], {
    Name: alias.name,
    Category: 'Alias',
    Synopsis: alias.definition,
    Component: null,
    Role: null,
    Functionality: null,
  });
}

/** The same help with the type names of one of its views (`Detailed`, `Full`, `Examples`). */
export function inView(help: PSObject, view: string): PSObject {
  const own = help.typeNames ?? [];
  const shown = new PSObject(undefined, help.properties);
  shown.typeNames = [...own.map((name) => `${name}#${view}View`), ...own];
  return shown;
}

/** Help as a line of a list. */
export function inShort(help: PSObject): PSObject {
  const shown = new PSObject(undefined, help.properties);
  shown.typeNames = ['HelpInfoShort', ...(help.typeNames ?? [])];
  return shown;
}

/** The parameters of a help object. */
export function parametersOf(help: PSObject): readonly PSObject[] {
  const holder = help.properties.get('parameters');
  const list = holder instanceof PSObject ? holder.properties.get('parameter') : undefined;
  return Array.isArray(list) ? list.filter((one) => one instanceof PSObject) : list instanceof PSObject ? [list] : [];
}

function isShown({ isCommon, dontShow, name }: CommandParameter): boolean {
  return !dontShow && (!isCommon || name === 'WhatIf' || name === 'Confirm');
}

function typed(names: readonly string[], values: Readonly<Record<string, PSValue>>): PSObject {
  const made = PSObject.fromEntries(Object.entries(values));
  made.typeNames = [...names];
  return made;
}

/** A part of the help; lists of one element are that element. */
function part(name: string, values: Readonly<Record<string, PSValue>>): PSObject {
  const entries = Object.entries(values).map(([key, value]): readonly [string, PSValue] => {
    const alone = Array.isArray(value) && value.length === 1 && key !== 'description' && key !== 'alert';
    return [key, alone ? value[0] : value];
  });
  const made = PSObject.fromEntries(entries);
  made.typeNames = [`${root}#${name}`];
  return made;
}

function paragraphs(text: string | undefined): PSValue[] {
  if (!text) return [];
  return [typed(['MamlParaTextItem', 'MamlTextItem'], { Text: text })];
}

function typeItem(name: string): PSObject {
  return PSObject.fromEntries([['type', PSObject.fromEntries([['name', name]])]]);
}

function link(text: string): PSObject {
  const isAddress = /^https?:/i.test(text);
  return typed([`${root}#navigationLink`], isAddress ? { uri: text } : { linkText: text });
}

function example({ introduction, code, remarks }: HelpText['examples'][number], index: number): PSObject {
  const line = '-'.repeat(26);
  return typed([`${root}#example`], {
    title: `${line} EXAMPLE ${index + 1} ${line}`,
    introduction: paragraphs(introduction),
    code,
    remarks: remarks.flatMap(paragraphs),
  });
}

function shortType(parameter: CommandParameter): string {
  return parameter.type?.name ?? parameter.typeName.slice(parameter.typeName.lastIndexOf('.') + 1);
}

function parameterHelp(parameter: CommandParameter, text: string | undefined, written: string | undefined): PSObject {
  const [data] = parameter.sets.values();
  const type = shortType(parameter);
  return typed([`${root}#parameter`], {
    name: parameter.name,
    description: paragraphs(text),
    parameterValue: type,
    type: PSObject.fromEntries([['name', type]]),
    defaultValue: written ?? (parameter.isSwitch && !parameter.isCommon ? 'False' : ''),
    required: String(data?.isMandatory ?? false),
    globbing: String(parameter.supportsWildcards),
    pipelineInput: data ? pipelineInput(data) : 'false',
    position: data?.position === undefined ? 'named' : String(data.position + 1),
    aliases: parameter.aliases.length > 0 ? parameter.aliases.join(', ') : 'none',
  });
}

function pipelineInput(data: SetParameterDescription['data']): string {
  const ways = [
    data.valueFromPipeline ? 'ByValue' : '',
    data.valueFromPipelineByPropertyName ? 'ByPropertyName' : '',
  ].filter((way) => way !== '');
  return ways.length === 0 ? 'false' : `true (${ways.join(', ')})`;
}

function syntaxItem(name: string, set: CommandSetDescription): PSObject {
  const parameters = inSyntaxOrder(set)
    .filter(({ parameter }) => isShown(parameter))
    .map(({ parameter, data }) =>
      typed([`${root}#parameter`], {
        name: parameter.name,
        ...(parameter.isSwitch ? {} : { parameterValue: shortType(parameter) }),
        required: String(data.isMandatory),
        globbing: String(parameter.supportsWildcards),
        pipelineInput: pipelineInput(data),
        position: data.position === undefined ? 'named' : String(data.position + 1),
      }),
    );
  return PSObject.fromEntries([
    ['name', name],
    ['parameter', parameters],
    ['CommonParameters', set.parameters.some(({ parameter }) => parameter.isCommon)],
  ]);
}

/** What stands for a synopsis where there is none. */
function bareSyntax(name: string, sets: readonly CommandSetDescription[]): string {
  return `\n${sets.map((set) => `${syntaxOf(name, set)}\n`).join('\n')}`;
}
