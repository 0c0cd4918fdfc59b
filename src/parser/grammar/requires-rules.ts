import type { ExpressionAst } from '../ast/expressions.ts';
import type { RequiredModule, ScriptRequirements } from '../ast/script-block.ts';
import type { CommandAst, CommandElementAst, CommandParameterAst } from '../ast/statements.ts';
import { moduleSpecification } from '../build/module-specification.ts';
import { isConstant, requiresRules } from '../checks/constants.ts';
import type { Token } from '../tokens/token.ts';
import { DefinitionRules } from './definition-rules.ts';

/** What has been asked for so far. */
interface Requirements {
  shellId: string | undefined;
  version: string | undefined;
  editions: string[] | undefined;
  readonly modules: RequiredModule[];
  readonly assemblies: string[];
  elevation: boolean;
  /** The snap-in that the line asks for, which takes the version of its line to be its own; there are none to load. */
  snapIn: string | undefined;
}

type Handler = (asked: Requirements, parameter: CommandParameterAst, argument: ExpressionAst) => void;

/** Reading of `#requires` lines (about_Requires). */
export abstract class RequiresRules extends DefinitionRules {
  /** What the `#requires` lines of the script ask for; undefined when there are none. */
  protected requirements(): ScriptRequirements | undefined {
    const lines = [...this.scanner.requires];
    if (lines.length === 0) return undefined;
    const asked: Requirements = {
      shellId: undefined,
      version: undefined,
      editions: undefined,
      modules: [],
      assemblies: [],
      elevation: false,
      snapIn: undefined,
    };
    for (const line of lines) {
      const command = this.requiresCommand(line);
      if (command !== undefined) this.readLine(command, asked);
    }
    return {
      requiredApplicationId: asked.shellId,
      requiredPSVersion: asked.version,
      requiredPSEditions: asked.editions ?? [],
      requiredModules: asked.modules,
      requiredAssemblies: asked.assemblies,
      isElevationRequired: asked.elevation,
    };
  }

  private requiresCommand(line: Token): CommandAst | undefined {
    const offset = line.startOffset + 1;
    const suspended = this.scanner.enter(this.source.text.slice(offset, line.endOffset), offset, undefined);
    this.putBack(undefined);
    this.scanner.mode = 'Command';
    const command = this.subrule(0, this.command);
    this.putBack(undefined);
    this.scanner.leave(suspended);
    return command;
  }

  private readLine({ commandElements }: CommandAst, asked: Requirements): void {
    const [name, ...rest] = commandElements;
    const isRequires = name?.kind === 'StringConstantExpressionAst' && name.value.toLowerCase() === 'requires';
    if (name !== undefined && !isRequires)
      this.reporter.error(this.requiresExtent(commandElements), 'ScriptRequiresInvalidFormat');
    const { version } = asked;
    asked.snapIn = undefined;
    for (let i = 0; i < rest.length; i++) {
      const element = rest[i];
      if (element?.kind !== 'CommandParameterAst') {
        if (element !== undefined) this.reporter.error(element.extent, 'ScriptRequiresInvalidFormat');
        continue;
      }
      let argument: CommandElementAst | undefined = element.argument;
      if (argument === undefined) argument = rest[++i];
      this.readParameter(element, argument, asked);
    }
    if (asked.snapIn !== undefined) asked.version = version;
  }

  private requiresExtent(elements: readonly CommandElementAst[]): CommandElementAst['extent'] {
    const first = elements[0]?.extent ?? this.source.empty;
    return this.span(first, elements.at(-1)?.extent ?? first);
  }

  private readParameter(
    parameter: CommandParameterAst,
    argument: CommandElementAst | undefined,
    asked: Requirements,
  ): void {
    const name = parameter.parameterName.toLowerCase();
    if ('runasadministrator'.startsWith(name)) {
      asked.elevation = true;
      if (argument !== undefined)
        this.reporter.error(parameter.extent, 'ParameterCannotHaveArgument', parameter.parameterName);
      return;
    }
    if (argument === undefined) {
      this.reporter.error(parameter.extent, 'ParameterRequiresArgument', parameter.parameterName);
      return;
    }
    if (argument.kind === 'CommandParameterAst' || !isConstant(argument, requiresRules, undefined)) {
      this.reporter.error(argument.extent, 'RequiresArgumentMustBeConstant');
      return;
    }
    const handler = this.handlers.find(([word]) => word.startsWith(name))?.[1];
    if (handler === undefined) this.reporter.error(parameter.extent, 'ScriptRequiresInvalidFormat');
    else handler(asked, parameter, argument);
  }

  private readonly handlers: readonly (readonly [name: string, handler: Handler])[] = [
    ['pssnapin', (asked, parameter, argument) => this.readSnapIn(asked, parameter, argument)],
    ['shellid', (asked, parameter, argument) => this.readShellId(asked, parameter, argument)],
    ['psedition', (asked, parameter, argument) => this.readEditions(asked, parameter, argument)],
    ['version', (asked, parameter, argument) => this.readVersion(asked, parameter, argument)],
    ['assembly', (asked, _parameter, argument) => this.readAssemblies(asked, argument)],
    ['modules', (asked, _parameter, argument) => this.readModules(asked, argument)],
  ];

  private readSnapIn(asked: Requirements, parameter: CommandParameterAst, argument: ExpressionAst): void {
    const text = textOf(argument);
    if (asked.snapIn !== undefined) this.reporter.error(parameter.extent, 'ParameterAlreadyBound', 'pssnapin');
    else if (text === undefined) this.reporter.error(argument.extent, 'RequiresInvalidStringArgument', 'pssnapin');
    else if (!/^[\w.]+$/.test(text)) this.reporter.error(argument.extent, 'InvalidPSSnapInName');
    else asked.snapIn = text;
  }

  private readShellId(asked: Requirements, parameter: CommandParameterAst, argument: ExpressionAst): void {
    const text = textOf(argument);
    if (asked.shellId !== undefined) this.reporter.error(parameter.extent, 'ParameterAlreadyBound', 'shellid');
    else if (text === undefined) this.reporter.error(argument.extent, 'RequiresInvalidStringArgument', 'shellid');
    else asked.shellId = text;
  }

  private readEditions(asked: Requirements, parameter: CommandParameterAst, argument: ExpressionAst): void {
    if (asked.editions !== undefined) {
      this.reporter.error(parameter.extent, 'ParameterAlreadyBound', 'psedition');
      return;
    }
    asked.editions = [];
    for (const item of itemsOf(argument)) {
      const text = textOf(item);
      if (text === undefined) {
        this.reporter.error(argument.extent, 'RequiresInvalidStringArgument', 'psedition');
        continue;
      }
      if (!/^(?:core|desktop)$/i.test(text))
        this.reporter.error(argument.extent, 'RequiresPSEditionInvalid', 'psedition');
      if (asked.editions.some((edition) => edition.toLowerCase() === text.toLowerCase())) {
        this.reporter.error(argument.extent, 'RequiresPSEditionValueIsAlreadySpecified', 'psedition');
      } else {
        asked.editions.push(text);
      }
    }
  }

  private readVersion(asked: Requirements, parameter: CommandParameterAst, argument: ExpressionAst): void {
    const version = versionOf(textOf(argument) ?? argument.extent.text);
    if (version === undefined) this.reporter.error(argument.extent, 'RequiresVersionInvalid');
    else if (asked.version !== undefined && asked.version !== version) {
      this.reporter.error(parameter.extent, 'ParameterAlreadyBound', 'version');
    } else asked.version = version;
  }

  private readAssemblies(asked: Requirements, argument: ExpressionAst): void {
    for (const item of itemsOf(argument)) {
      const text = textOf(item);
      if (text === undefined) this.reporter.error(argument.extent, 'RequiresInvalidStringArgument', 'assembly');
      else if (!asked.assemblies.includes(text)) asked.assemblies.push(text);
    }
  }

  private readModules(asked: Requirements, argument: ExpressionAst): void {
    for (const item of itemsOf(argument)) {
      const module = moduleSpecification(item);
      if (typeof module !== 'string') {
        asked.modules.push(module);
        continue;
      }
      this.reporter.error(argument.extent, 'RequiresModuleInvalid', module);
      return;
    }
  }
}

function textOf(node: ExpressionAst): string | undefined {
  return node.kind === 'StringConstantExpressionAst' ? node.value : undefined;
}

function itemsOf(node: ExpressionAst): readonly ExpressionAst[] {
  return node.kind === 'ArrayLiteralAst' ? node.elements : [node];
}

/** A version in full form: a lone number gets `.0`; undefined when it is none. */
function versionOf(text: string): string | undefined {
  if (!/^\d+(?:\.\d+){0,3}$/.test(text)) return undefined;
  const parts = text.split('.').map(Number);
  if (parts.some((part) => part > 0x7fffffff)) return undefined;
  return parts.length === 1 ? `${parts[0]}.0` : parts.join('.');
}
