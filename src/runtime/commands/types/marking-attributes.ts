import type { TypeSpec } from '../../types/define-type.ts';
import { attributeType, text } from './attribute-types.ts';

const analysis = 'System.Diagnostics.CodeAnalysis.';
const debugging = ['DebuggerHidden', 'DebuggerNonUserCode', 'DebuggerStepThrough'];
const texts = ['Category', 'Description', 'DisplayName'];

/** Attributes of .NET that scripts write for tools and readers; they change nothing. */
export const markingAttributes: readonly TypeSpec[] = [
  attributeType({
    namespace: analysis,
    name: 'SuppressMessageAttribute',
    constructors: ['new(string category, string checkId)'],
    properties: [
      text('Category', null, 0),
      text('CheckId', null, 1),
      text('Justification'),
      text('MessageId'),
      text('Scope'),
      text('Target'),
    ],
  }),
  attributeType({
    namespace: analysis,
    name: 'ExcludeFromCodeCoverageAttribute',
    constructors: ['new()'],
    properties: [text('Justification')],
  }),
  ...debugging.map((name) =>
    attributeType({
      namespace: 'System.Diagnostics.',
      name: `${name}Attribute`,
      constructors: ['new()'],
      properties: [],
    }),
  ),
  attributeType({
    namespace: 'System.Runtime.CompilerServices.',
    name: 'CompilerGeneratedAttribute',
    constructors: ['new()'],
    properties: [],
  }),
  attributeType({
    namespace: 'System.',
    name: 'ObsoleteAttribute',
    constructors: ['new()', 'new(string message)', 'new(string message, bool error)'],
    properties: [text('Message', null, 0), { name: 'IsError', type: 'bool', otherwise: false, at: 1 }],
  }),
  ...texts.map((name) =>
    attributeType({
      namespace: 'System.ComponentModel.',
      name: `${name}Attribute`,
      constructors: [`new(string ${name.toLowerCase()})`],
      properties: [text(name, '', 0)],
    }),
  ),
];
