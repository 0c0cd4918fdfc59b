import { type CommentHelp, helpOf } from '../../../parser/index.ts';
import type { ScriptBlock } from '../../values/script-block.ts';
import type { AnyCmdlet } from '../define-cmdlet.ts';

/** An example: what stands before the code, the code, and what follows it. */
export interface HelpExample {
  readonly introduction: string;
  readonly code: string;
  readonly remarks: readonly string[];
}

/** The words of a command's help, wherever they come from. */
export interface HelpText {
  readonly synopsis: string;
  readonly description: string | undefined;
  /** What is said about a parameter. */
  readonly parameter: (name: string) => string | undefined;
  /** The written default of a parameter, where help names one. */
  readonly defaultOf: (name: string) => string | undefined;
  readonly examples: readonly HelpExample[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly notes: string | undefined;
  readonly links: readonly string[];
  readonly component: string | undefined;
  readonly role: string | undefined;
  readonly functionality: string | undefined;
  /** The command whose help is shown instead. */
  readonly forwardTo: string | undefined;
}

/** The help of a cmdlet: what its definition says. */
export function cmdletHelp(spec: AnyCmdlet): HelpText {
  const help = new Map(Object.entries(spec.parameters).map(([name, one]) => [name.toLowerCase(), one.options.help]));
  return {
    synopsis: spec.synopsis,
    description: spec.synopsis,
    parameter: (name) => help.get(name.toLowerCase()),
    defaultOf: () => undefined,
    examples: (spec.examples ?? []).map(({ title, code, output }) => ({
      introduction: 'PS > ',
      code: output === undefined ? code : `${code}\n${output}`,
      remarks: [title],
    })),
    inputs: [],
    outputs: spec.outputs ?? [],
    notes: undefined,
    links: [],
    component: undefined,
    role: undefined,
    functionality: undefined,
    forwardTo: undefined,
  };
}

/** The help that comments give to a function or script; undefined when there are none. */
export function commentHelp(block: ScriptBlock): HelpText | undefined {
  const node = block.definition ?? block.ast;
  const help = helpOf(node);
  return help && textOf(help, defaultsOf(block));
}

function textOf(help: CommentHelp, defaults: ReadonlyMap<string, string>): HelpText {
  return {
    synopsis: help.synopsis?.trimEnd() ?? '',
    description: help.description?.trimEnd(),
    parameter: (name) =>
      (help.parameters.get(name.toUpperCase()) ?? help.parameterComments.get(name.toUpperCase()))?.trimEnd(),
    defaultOf: (name) => defaults.get(name.toLowerCase()),
    examples: help.examples.map(exampleOf),
    inputs: help.inputs.map((text) => text.trimEnd()),
    outputs: help.outputs.map((text) => text.trimEnd()),
    notes: help.notes?.trimEnd(),
    links: help.links,
    component: help.component,
    role: help.role,
    functionality: help.functionality,
    forwardTo: help.forwardHelpTargetName,
  };
}

/** `PS> code`, then a blank line, then remarks. */
function exampleOf(text: string): HelpExample {
  const prompt = /^\s*(PS[^>\n]*>|C:\\>)\s*/i.exec(text);
  const [code = '', ...remarks] = text
    .slice(prompt?.[0].length ?? 0)
    .trim()
    .split(/\r?\n[ \t]*\r?\n/);
  return { introduction: prompt?.[1] ?? 'PS > ', code, remarks };
}

function defaultsOf(block: ScriptBlock): ReadonlyMap<string, string> {
  const parameters = block.definition?.parameters ?? block.ast.paramBlock?.parameters ?? [];
  return new Map(
    parameters.flatMap((one) =>
      one.defaultValue ? [[one.name.variablePath.userPath.toLowerCase(), one.defaultValue.extent.text] as const] : [],
    ),
  );
}
