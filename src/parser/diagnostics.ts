// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the messages show the script language's own variables.
import type { Extent } from './source.ts';

/** A fault in a script. `errorId` is PowerShell's; the wording of the message is this project's. */
export interface ParseError {
  readonly errorId: string;
  readonly message: string;
  readonly extent: Extent;
  /** True when more text at the end could repair it, so that a prompt asks for another line. */
  readonly incomplete: boolean;
}

/** Messages about the words and marks a script is made of; `{0}`, `{1}` stand for details of the case. */
const tokenMessages = {
  BadNumericConstant: 'The number {0} does not fit the type that its form or suffix asks for.',
  EmptyVariableReference: 'A variable in braces needs a name between them.',
  IncompleteDollarSubexpressionReference: 'The subexpression that begins with $( is never closed by ).',
  IncompleteDollarVariableReference: 'The variable name that begins with ${ is never closed by }.',
  IncompleteString: 'The text ends in a backtick that has nothing left to escape.',
  InvalidBracedVariableReference: 'The variable in braces has no name behind its scope or drive.',
  InvalidUnicodeEscapeSequence: 'A Unicode escape is written `u{X}, with one to six hexadecimal digits.',
  InvalidUnicodeEscapeSequenceValue: 'A Unicode escape goes up to 10FFFF; this value is above it.',
  InvalidVariableReference: 'A colon stands where the name of a variable should be; put a complicated name in ${ }.',
  InvalidVariableReferenceWithDrive:
    'The colon makes this a scope or drive, but no name follows it; write ${name}: to have a colon behind a variable.',
  MissingTerminatorMultiLineComment: 'The comment that begins with <# is never closed by #>.',
  MissingUnicodeEscapeSequenceTerminator: 'The Unicode escape is never closed by }.',
  OpenBraceNeedsToBeBackTickedInVariableName:
    'An opening brace inside a variable name must be escaped with a backtick.',
  TerminatorExpectedAtEndOfString: 'The string is never closed by {0}.',
  TooManyDigitsInUnicodeEscapeSequence: 'A Unicode escape has six hexadecimal digits at most.',
  UnexpectedCharactersAfterHereStringHeader: 'The text of a here-string begins on the line below its header.',
  UnrecognizedToken: 'This character begins nothing that the language knows.',
  WhitespaceBeforeHereStringFooter: 'The end mark of a here-string must stand at the very start of its line.',
} as const;

/** Messages about expressions, types and attributes. */
const expressionMessages = {
  ArrayHasTooManyDimensions: 'An array has 32 dimensions at most; this one has {0}.',
  EndSquareBracketExpectedAtEndOfAttribute: 'A ] is missing at the end of the type or attribute.',
  EndSquareBracketExpectedAtEndOfType: 'A ] is missing at the end of the type name.',
  ExpectedExpression: 'There is nothing between the parentheses; an expression belongs there.',
  ExpectedValueExpression: 'The operator {0} needs a value on its right.',
  InvalidFunctionParameter: 'The attributes must be followed by the name of a parameter.',
  MissingArrayIndexExpression: 'An index belongs between the brackets.',
  MissingAssemblyNameSpecification: 'The name of an assembly is missing behind the comma.',
  MissingColonInTernaryExpression: 'The ternary operator needs a : between its two results.',
  MissingEndCurlyBrace: 'The { is never closed by }.',
  MissingEndParenthesisInExpression: 'The ( of the expression is never closed by ).',
  MissingEndParenthesisInMethodCall: 'The list of arguments is never closed by ).',
  MissingEndParenthesisInSubexpression: 'The subexpression is never closed by ).',
  MissingEndSquareBracket: 'The index is never closed by ].',
  MissingEqualsInHashLiteral: 'An = is missing behind the key of the hash literal.',
  MissingExpression: 'Something to call or to pass is missing behind {0}.',
  MissingExpressionAfterOperator: 'The operator {0} needs a value behind it.',
  MissingExpressionAfterToken: 'An expression is missing behind {0}.',
  MissingExpressionInNamedArgument: 'The named argument needs a value behind its =.',
  MissingPropertyName: 'The name of a member is missing behind the operator.',
  MissingStatementInHashLiteral: 'A value is missing behind the = of the hash literal.',
  MissingTypename: 'The name of a type belongs behind the [.',
  UnexpectedAttribute: 'The attribute {0} is not allowed here.',
  UnexpectedUnaryOperator: 'The operator {0} cannot begin a value here.',
} as const;

/** Messages about commands and pipelines. */
const commandMessages = {
  BackgroundOperatorInPipelineChain: 'A pipeline sent to the background by & must be the last of its chain.',
  EmptyPipeElement: 'A pipeline cannot have an empty element.',
  EmptyPipelineChainElement: 'A pipeline is missing behind {0}.',
  ExpressionsMustBeFirstInPipeline: 'An expression can only be the first element of a pipeline.',
  MissingArgument: 'An argument is missing before the comma.',
  MissingFileSpecification: 'The name of a file is missing behind the redirection.',
  ParameterRequiresArgument: 'The parameter {0} needs an argument behind its colon.',
  ParameterCannotHaveArgument: 'The parameter {0} takes no argument.',
  RedirectionNotSupported: 'The redirection {0} is not supported.',
  StreamAlreadyRedirected: 'The {0} stream is already redirected in this command.',
  UnexpectedToken: 'Did not expect {0} here.',
} as const;

/** Messages about statements. */
const statementMessages = {
  IfStatementMissingCondition: 'A condition belongs between the parentheses of {0}.',
  InvalidForeachFlag: 'foreach has no parameter {0}.',
  InvalidParameterForDataSectionStatement: 'A data section has no parameter {0}; it has SupportedCommand.',
  InvalidSwitchFlag: 'switch has no parameter {0}.',
  MissingCatchHandlerBlock: 'A block in braces is missing behind catch.',
  MissingCatchOrFinally: 'A try block needs a catch or a finally block.',
  MissingCurlyBraceInSwitchStatement: 'The clauses of a switch stand in braces; the { is missing.',
  MissingEndParenthesisAfterForeach: 'A ) is missing behind the collection of the foreach loop.',
  MissingEndParenthesisAfterStatement: 'A ) is missing behind the condition of {0}.',
  MissingEndParenthesisInSwitchStatement: 'A ) is missing behind the value of the switch.',
  MissingExpressionAfterKeyword: 'A condition belongs between the parentheses of {0}.',
  MissingFilenameOption: 'The name of a file is missing behind the -file of the switch.',
  MissingFinallyStatementBlock: 'A block in braces is missing behind finally.',
  MissingForeachExpression: 'The collection to loop over is missing behind in.',
  MissingForeachStatement: 'A block in braces is missing behind the head of the foreach loop.',
  MissingInInForeach: 'The word in is missing behind the loop variable.',
  MissingLoopStatement: 'A block in braces is missing behind {0}.',
  MissingOpenParenthesisAfterKeyword: 'A ( is missing behind {0}.',
  MissingOpenParenthesisInIfStatement: 'A ( is missing behind {0}.',
  MissingStatementAfterKeyword: 'A block in braces is missing behind {0}.',
  MissingStatementBlock: 'A block in braces is missing behind {0} ( ).',
  MissingStatementBlockAfterElse: 'A block in braces is missing behind else.',
  MissingStatementBlockForDataSection: 'A block in braces is missing behind data.',
  MissingStatementTerminator: 'The statement must end with its line or with a semicolon.',
  MissingSwitchConditionExpression: 'A clause of the switch begins with a value to compare.',
  MissingSwitchStatementClause: 'A block in braces is missing behind the clause of the switch.',
  MissingThrottleLimit: 'A number is missing behind -throttlelimit.',
  MissingTrapStatement: 'A block in braces is missing behind trap.',
  MissingTryStatementBlock: 'A block in braces is missing behind try.',
  MissingTypeLiteralToken: 'A type in brackets is missing behind the comma.',
  MissingValueForSupportedCommandInDataSectionStatement: 'The name of a command is missing behind -SupportedCommand.',
  MissingVariableNameAfterForeach: 'A loop variable belongs behind the ( of foreach.',
  MissingWhileOrUntilInDoWhile: 'A do loop ends with while or until and a condition.',
  MultipleSwitchDefaultClauses: 'A switch has one default clause at most.',
  PipelineValueRequired: 'A value to switch on is missing, or stands beside the file to read.',
  ReservedKeywordNotAllowed: 'The word {0} is reserved and begins no statement yet.',
} as const;

/** Messages about functions, classes, scripts and their heads. */
const definitionMessages = {
  CannotLoadAssemblyFromUncPath: 'An assembly cannot be loaded from the network path {0}.',
  CannotLoadAssemblyWithUriSchema: 'An assembly is named by its file, not by a {0} address.',
  ConfigurationNotSupported: 'The keyword {0} belongs to Desired State Configuration, which is not supported.',
  DuplicateNamedArgument: 'The argument {0} is given twice.',
  DuplicateQualifier: 'The word {0} stands twice before one member.',
  DuplicateScriptCommandClause: 'The block {0} stands twice.',
  IncompleteMemberDefinition: 'A property or method is missing behind its attributes.',
  InvalidUnderlyingType: 'An enum cannot be stored as {0}; choose an integer type.',
  InvalidValueForUsingItemName: '{0} is not a name that a using statement can take.',
  MissingBaseCtorCall: 'The word base is missing behind the colon.',
  MissingConfigurationName: 'A configuration needs a name.',
  MissingCurlyInConfigurationStatement: 'A block in braces is missing behind the name of the configuration.',
  MissingEndParenthesisInFunctionParameterList: 'The list of parameters is never closed by ).',
  MissingEqualsInUsingAlias: 'An = and the real name are missing behind the alias.',
  MissingFunctionBody: 'The body of the function, in braces, is missing.',
  MissingMethodParameterList: 'A list of parameters in parentheses is missing.',
  MissingNameAfterKeyword: 'A name is missing behind {0}.',
  MissingNamedBlocks: 'Only named blocks can follow named blocks; did not expect {0} here.',
  MissingNamedStatementBlock: 'A block in braces is missing behind {0}.',
  MissingNamespaceAlias: 'The real name is missing behind the = of the alias.',
  MissingPropertyTerminator: 'A member must end with its line or with a semicolon.',
  MissingTypeBody: 'The body of the {0}, in braces, is missing.',
  MissingUsingItemName: 'The name of what to use is missing.',
  MissingUsingStatementDirective: 'Behind using stands one of assembly, command, module, namespace, type.',
  TokenAfterEndOfValidScriptText: 'No statement may follow the signature block of a script.',
  TooManyTypes: 'A member has one type at most.',
  TypeNameExpected: 'The name of a type is missing.',
  TypeNotAllowedBeforeParam: 'The type [{0}] cannot stand before param; only attributes can.',
  TypeNotAllowedBeforeStatement: 'The type [{0}] cannot stand before this statement; only attributes can.',
  UsingMustBeAtStartOfScript: 'A using statement must come before everything else in a script.',
  ScriptRequiresInvalidFormat: 'The #requires line does not have a form that is known.',
  ParameterAlreadyBound: 'The parameter {0} is given twice.',
  RequiresArgumentMustBeConstant: 'What #requires asks for must be constant.',
  RequiresInvalidStringArgument: 'The parameter {0} of #requires takes text.',
  RequiresModuleInvalid: 'The parameter Modules of #requires takes names or specifications of modules: {0}',
  RequiresPSEditionInvalid: 'The parameter {0} of #requires takes Core or Desktop.',
  RequiresPSEditionValueIsAlreadySpecified: 'The parameter {0} of #requires names an edition twice.',
  RequiresVersionInvalid: 'The parameter Version of #requires takes a version such as 7.4.',
  InvalidPSSnapInName: 'A snap-in cannot have this name.',
  ScriptTooComplicated: 'The script is nested too deeply to be parsed.',
  UnrecoverableParserError: 'The parser could not make sense of this place and gave up.',
} as const;

/** Messages of the checks that run over the finished tree. */
const checkMessages = {
  AttributeNotAllowedOnDeclaration: 'The attribute {0} cannot stand here; it is for {1}.',
  AssignmentStatementToAutomaticNotSupported: 'The automatic variable {0} cannot be given the type {1} here.',
  BaseClassNoDefaultCtor: 'The base class {0} has no constructor without parameters; call one with : base( ).',
  CannotConvertValue: 'This value cannot be converted to {0}.',
  ConstructorCantHaveReturnType: 'A constructor has no return type.',
  ControlLeavingFinally: 'Control cannot leave a finally block.',
  CustomAttributeTypeNotFound: 'There is no attribute {0}.',
  CycleInEnumInitializers: 'The members of the enum are defined by one another in a circle.',
  DuplicateFormalParameter: 'The parameter ${0} is declared twice.',
  DuplicateKeyInHashLiteral: 'The key {0} stands twice in the hash literal.',
  EmptyCatchNotLast: 'A catch block without types must be the last one.',
  EnumeratorValueMustBeConstant: 'The value of an enum member must be constant.',
  EnumeratorValueOutOfBounds: 'The value of the enum member is out of the range of {0}.',
  ExceptionTypeAlreadyCaught: 'The exception {0} is already caught by an earlier block.',
  InterfaceNameExpected: 'Only the first base type can be a class; {0} is not an interface.',
  InvalidLeftHandSide: 'A value can be assigned to a variable, property or element, not to this.',
  InvalidNamespaceValue: 'This is not a namespace.',
  InvalidUsingExpression: 'Behind $using: only a variable with properties and constant indexes can stand.',
  KeywordParameterReservedForFutureUse: 'The parameter {1} of {0} is reserved and not supported.',
  LabelNotFound: 'There is no loop with the label {0} around this.',
  MemberAlreadyDefined: '{0} is already defined.',
  MethodHasCodePathNotReturn: 'Not every way through the method returns a value.',
  MissingThis: 'Members of the class are reached through {0}{1}.',
  MissingTypeInStaticPropertyAssignment: 'Static members are reached through the type: {0}{1}.',
  MultipleTypeConstraintsOnMethodParam: 'A parameter of a method has one type at most.',
  NamedBlockNotAllowedInMethod: 'A method cannot have named blocks.',
  NonStaticMemberAccessInStaticMember: 'A static member has no ${0}.',
  NonVoidMethodMissingReturnValue: 'The method must return a value.',
  OnlyOneParameterListAllowed: 'The parameters stand either in parentheses behind the name or in a param block.',
  OperatorRequiresVariableOrProperty: 'The operator {0} works on a variable, property or element.',
  OrderedAttributeOnlyOnHashLiteralNode: 'The attribute {0} can only stand before a hash literal.',
  ParamBlockNotAllowedInMethod: 'A method declares its parameters in parentheses behind its name.',
  ParameterAttributeArgumentNeedsToBeConstant: 'The argument of the attribute must be constant.',
  ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock:
    'The argument of the attribute must be constant or a script block.',
  PropertyNotFoundForAttribute: 'The attribute {1} has no property {0}; it has {2}.',
  ReadOnlyProperty: 'The property {0} cannot be set.',
  ReferenceNeedsToBeByItselfInTypeConstraint: 'The type [ref] cannot be combined with others here.',
  ReferenceNeedsToBeByItselfInTypeSequence: 'The type [ref] can stand once only.',
  ReferenceNeedsToBeLastTypeInTypeConversion: 'The type [ref] must be the last one, next to the value.',
  SealedBaseClass: 'No class can be derived from {0}.',
  SplattingNotPermitted: '@{0} can only be an argument of a command; use ${0} for its value.',
  SplattingNotPermittedInArgumentList: '@{0} cannot be one of several arguments with commas; use ${0} for its value.',
  StaticConstructorCantHaveParameters: 'A static constructor has no parameters.',
  SubtypeArray: 'No class can be derived from the array type {0}.',
  ThrottleLimitRequiresParallelFlag: 'The parameter throttlelimit goes with the parameter parallel only.',
  TypeNotAllowedForProperty: 'A property cannot have the type [{0}].',
  TypeNotFound: 'There is no type [{0}].',
  UnexpectedKeyword: 'Did not expect the keyword {0} here.',
  UsingStatementNotSupported: 'This form of using is not supported.',
  VariableNotLocal: 'The variable is not assigned in the method.',
  VoidMethodHasReturn: 'A method of type void returns no value.',
  VoidTypeConstraintNotAllowed: 'Nothing can have the type [void].',
  WildCardModuleNameError: 'The name of a module in a using statement cannot have wildcards.',
  WorkflowNotSupportedInPowerShellCore: 'Workflows are not supported.',
} as const;

/** Messages of the restricted language of data sections and data files (about_Data_Sections). */
const dataMessages = {
  ArrayReferenceNotSupportedInDataSection: 'Elements cannot be indexed in restricted language or a data section.',
  AssignmentStatementNotSupportedInDataSection: 'Assignments are not allowed in restricted language or a data section.',
  AttributeNotSupportedInDataSection: 'Attributes are not allowed in restricted language or a data section.',
  CmdletNotInAllowedListForDataSection: 'The command {0} is not allowed in restricted language or a data section.',
  DataSectionStatementNotSupportedInDataSection: 'A data section cannot stand in another.',
  DoWhileStatementNotSupportedInDataSection: 'do loops are not allowed in restricted language or a data section.',
  DotSourcingNotSupportedInDataSection: 'Dot sourcing is not allowed in restricted language or a data section.',
  FlowControlStatementNotSupportedInDataSection:
    'break, continue, return, exit and throw are not allowed in restricted language or a data section.',
  ForWhileStatementNotSupportedInDataSection:
    'for and while loops are not allowed in restricted language or a data section.',
  ForeachStatementNotSupportedInDataSection: 'foreach loops are not allowed in restricted language or a data section.',
  FunctionDeclarationNotSupportedInDataSection: 'Functions are not allowed in restricted language or a data section.',
  MethodCallNotSupportedInDataSection: 'Method calls are not allowed in restricted language or a data section.',
  OperatorNotSupportedInDataSection: 'The operator {0} is not allowed in restricted language or a data section.',
  ParallelAndSequenceBlockNotSupportedInDataSection:
    'parallel and sequence blocks are not allowed in restricted language or a data section.',
  ParameterDeclarationNotSupportedInDataSection:
    'Parameters cannot be declared in restricted language or a data section.',
  PropertyReferenceNotSupportedInDataSection: 'Properties cannot be read in restricted language or a data section.',
  RedirectionNotSupportedInDataSection: 'Redirections are not allowed in restricted language or a data section.',
  ScriptBlockNotSupportedInDataSection: 'Script blocks are not allowed in restricted language or a data section.',
  SwitchStatementNotSupportedInDataSection: 'switch is not allowed in restricted language or a data section.',
  TrapStatementNotSupportedInDataSection: 'trap is not allowed in restricted language or a data section.',
  TryStatementNotSupportedInDataSection: 'try is not allowed in restricted language or a data section.',
  TypeNotAllowedInDataSection: 'The type {0} is not allowed in restricted language or a data section.',
  VariableReferenceNotSupportedInDataSection:
    'Only these variables may be read in restricted language or a data section: {0}.',
} as const;

/** The message of every parse error, by its id. */
export const messages = {
  ...tokenMessages,
  ...expressionMessages,
  ...commandMessages,
  ...statementMessages,
  ...definitionMessages,
  ...checkMessages,
  ...dataMessages,
} as const;

/** The id of a parse error. */
export type ErrorId = keyof typeof messages;

/** The message of an error with its details filled in; a detail that is missing is left out. */
export function messageOf(errorId: ErrorId, details: readonly string[]): string {
  return messages[errorId].replace(/\{(\d)\}/g, (_, index: string) => details[Number(index)] ?? '');
}
