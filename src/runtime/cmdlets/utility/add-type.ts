import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';

/** Assemblies of .NET on Linux: their types are there without loading, as far as they are there at all. */
const present =
  /^(?:mscorlib|netstandard|WindowsBase|Newtonsoft\.Json|System|System\..+|Microsoft\.(?:CSharp|VisualBasic(?:\.Core)?|Win32\.(?:Primitives|Registry)|PowerShell\..+|Management\.Infrastructure))$/i;
/** What only Windows has. */
const absent =
  /^System\.(?:Windows(?:\.(?:Forms|Presentation|Controls\.Ribbon).*)?|Web\.(?:Extensions|Services|Mvc)|Design|Xaml|Workflow\..+|ServiceModel\.Web|Data\.(?:Linq|Entity)|EnterpriseServices|Messaging|Printing|Speech)$/i;

function load(ctx: CmdletContext, name: string): void {
  const simple =
    name
      .split(',')[0]
      ?.trim()
      .replace(/\.dll$/i, '') ?? '';
  if (present.test(simple) && !absent.test(simple)) return;
  ctx.throwTerminating({
    id: 'ASSEMBLY_NOT_FOUND',
    category: 'ObjectNotFound',
    exceptionType: 'System.Exception',
    message: `There is no assembly '${name}' here.`,
    target: name,
  });
}

function cannotCompile(ctx: CmdletContext): never {
  return ctx.throwTerminating({
    id: 'CannotDefineNewType',
    category: 'NotImplemented',
    exceptionType: 'System.Management.Automation.PSNotSupportedException',
    message: 'C# cannot be compiled here; write the type as a PowerShell class.',
    target: null,
  });
}

function cannotLoad(ctx: CmdletContext, path: string): never {
  return ctx.throwTerminating({
    id: 'ErrorLoadingAssembly',
    category: 'NotImplemented',
    exceptionType: 'System.Management.Automation.PSNotSupportedException',
    message: `Assemblies cannot be loaded from files here: '${path}'.`,
    target: path,
  });
}

const compiled = ['FromSource', 'FromMember', 'FromPath', 'FromLiteralPath'] as const;

/** Add-Type: accepts the assemblies that .NET has; code of other languages cannot be compiled. */
export const addType = defineCmdlet({
  name: 'Add-Type',
  synopsis: 'Takes the names of .NET assemblies; C# and files of assemblies are refused.',
  defaultParameterSet: 'FromSource',
  outputs: ['System.Type'],
  effects: ['none'],
  parameters: {
    TypeDefinition: parameter(type.string, { set: 'FromSource', mandatory: true, position: 0, help: 'C#; refused.' }),
    Name: parameter(type.string, { set: 'FromMember', mandatory: true, position: 0, help: 'The name of a C# type.' }),
    MemberDefinition: parameter(type.strings, {
      set: 'FromMember',
      mandatory: true,
      position: 1,
      help: 'C# members; refused.',
    }),
    Namespace: parameter(type.string, { set: 'FromMember', aliases: ['NS'], allowNull: true, help: 'Its namespace.' }),
    UsingNamespace: parameter(type.strings, { set: 'FromMember', aliases: ['Using'], help: 'Namespaces it uses.' }),
    Path: parameter(type.strings, { set: 'FromPath', mandatory: true, position: 0, help: 'Files; refused.' }),
    LiteralPath: parameter(type.strings, {
      set: 'FromLiteralPath',
      mandatory: true,
      aliases: ['PSPath', 'LP'],
      help: 'Files; refused.',
    }),
    AssemblyName: parameter(type.strings, {
      set: 'FromAssemblyName',
      mandatory: true,
      aliases: ['AN'],
      help: 'Names of assemblies.',
    }),
    Language: parameter(type.enumOf<'CSharp'>('Microsoft.PowerShell.Commands.Language'), {
      set: ['FromSource', 'FromMember'],
      help: 'The language of the code.',
    }),
    ReferencedAssemblies: parameter(type.strings, { set: compiled, aliases: ['RA'], help: 'What the code refers to.' }),
    OutputAssembly: parameter(type.string, { set: compiled, aliases: ['OA'], help: 'Where the result goes.' }),
    OutputType: parameter(type.enumOf<'Library'>('Microsoft.PowerShell.Commands.OutputAssemblyType'), {
      set: compiled,
      aliases: ['OT'],
      help: 'What is made.',
    }),
    PassThru: parameter(type.switch, { help: 'Writes the types; assemblies that are known by name give none.' }),
    IgnoreWarnings: parameter(type.switch, { set: compiled, help: 'Warnings of the compiler do not count.' }),
    CompilerOptions: parameter(type.strings, { set: compiled, help: 'Options of the compiler.' }),
  },
  examples: [
    {
      title: 'A script that names what it uses',
      code: "Add-Type -AssemblyName System.Web; [System.Web.HttpUtility]::UrlEncode('a b')",
      output: 'a+b',
    },
  ],
  invoke: (ctx) => ({
    end(args) {
      const [file] = args.LiteralPath ?? args.Path ?? [];
      if (file !== undefined) cannotLoad(ctx, file);
      if (args.AssemblyName) for (const name of args.AssemblyName) load(ctx, name);
      else cannotCompile(ctx);
    },
  }),
});
