/** Exception types by namespace: `Name:Base` words; a base without a dot is in the same namespace or in System. */
export const exceptionBases: Readonly<Record<string, string>> = {
  System: `SystemException:Exception AggregateException:Exception ApplicationException:Exception
    ArgumentException:SystemException ArgumentNullException:ArgumentException
    ArgumentOutOfRangeException:ArgumentException ArithmeticException:SystemException
    ArrayTypeMismatchException:SystemException BadImageFormatException:SystemException
    DivideByZeroException:ArithmeticException DllNotFoundException:TypeLoadException FormatException:SystemException
    IndexOutOfRangeException:SystemException InsufficientExecutionStackException:SystemException
    InsufficientMemoryException:OutOfMemoryException InvalidCastException:SystemException
    InvalidOperationException:SystemException InvalidProgramException:SystemException
    InvalidTimeZoneException:Exception MemberAccessException:SystemException
    MissingFieldException:MissingMemberException MissingMemberException:MemberAccessException
    MissingMethodException:MissingMemberException NotFiniteNumberException:ArithmeticException
    NotImplementedException:SystemException NotSupportedException:SystemException
    NullReferenceException:SystemException ObjectDisposedException:InvalidOperationException
    OperationCanceledException:SystemException OutOfMemoryException:SystemException
    OverflowException:ArithmeticException PlatformNotSupportedException:NotSupportedException
    RankException:SystemException StackOverflowException:SystemException TimeoutException:SystemException
    TimeZoneNotFoundException:Exception TypeInitializationException:SystemException
    TypeLoadException:SystemException UnauthorizedAccessException:SystemException UriFormatException:FormatException`,
  'System.Collections.Generic': 'KeyNotFoundException:SystemException',
  'System.ComponentModel': 'Win32Exception:ExternalException',
  'System.Globalization': 'CultureNotFoundException:ArgumentException',
  'System.IO': `IOException:SystemException DirectoryNotFoundException:IOException DriveNotFoundException:IOException
    EndOfStreamException:IOException FileLoadException:IOException FileNotFoundException:IOException
    InvalidDataException:SystemException PathTooLongException:IOException`,
  'System.Net': 'WebException:InvalidOperationException',
  'System.Net.Http': 'HttpRequestException:Exception',
  'System.Net.Sockets': 'SocketException:Win32Exception',
  'System.Reflection': `AmbiguousMatchException:SystemException TargetException:ApplicationException
    TargetInvocationException:ApplicationException TargetParameterCountException:ApplicationException`,
  'System.Runtime.InteropServices': 'ExternalException:SystemException COMException:ExternalException',
  'System.Runtime.Serialization': 'SerializationException:SystemException',
  'System.Security': 'SecurityException:SystemException',
  'System.Security.Cryptography': 'CryptographicException:SystemException',
  'System.Text': 'DecoderFallbackException:ArgumentException EncoderFallbackException:ArgumentException',
  'System.Text.Json': 'JsonException:Exception',
  'System.Text.RegularExpressions': 'RegexParseException:ArgumentException RegexMatchTimeoutException:TimeoutException',
  'System.Threading': `SynchronizationLockException:SystemException ThreadAbortException:SystemException
    ThreadInterruptedException:SystemException ThreadStateException:SystemException`,
  'System.Threading.Tasks': 'TaskCanceledException:OperationCanceledException',
  'System.Xml': 'XmlException:SystemException',
  'System.Management.Automation': `RuntimeException:SystemException ActionPreferenceStopException:RuntimeException
    ApplicationFailedException:RuntimeException ArgumentTransformationMetadataException:MetadataException
    BreakException:LoopFlowException CmdletInvocationException:RuntimeException
    CmdletProviderInvocationException:CmdletInvocationException CommandNotFoundException:RuntimeException
    ContinueException:LoopFlowException DriveNotFoundException:SessionStateException ExitException:FlowControlException
    ExtendedTypeSystemException:RuntimeException FlowControlException:SystemException
    GetValueException:ExtendedTypeSystemException GetValueInvocationException:GetValueException
    HaltCommandException:SystemException IncompleteParseException:ParseException
    InvalidJobStateException:SystemException InvalidPowerShellStateException:SystemException
    ItemNotFoundException:SessionStateException LoopFlowException:FlowControlException
    MetadataException:RuntimeException MethodException:ExtendedTypeSystemException
    MethodInvocationException:MethodException NativeCommandExitException:RuntimeException
    ParameterBindingArgumentTransformationException:ParameterBindingException
    ParameterBindingException:RuntimeException ParameterBindingValidationException:ParameterBindingException
    ParentContainsErrorRecordException:SystemException ParseException:RuntimeException
    ParsingMetadataException:MetadataException PipelineClosedException:RuntimeException
    PipelineStoppedException:RuntimeException PropertyNotFoundException:ExtendedTypeSystemException
    ProviderInvocationException:RuntimeException ProviderNotFoundException:SessionStateException
    PSArgumentException:ArgumentException PSArgumentNullException:ArgumentNullException
    PSArgumentOutOfRangeException:ArgumentOutOfRangeException PSInvalidCastException:InvalidCastException
    PSInvalidOperationException:InvalidOperationException PSNotImplementedException:NotImplementedException
    PSNotSupportedException:NotSupportedException PSObjectDisposedException:ObjectDisposedException
    PSSecurityException:RuntimeException RemoteException:RuntimeException
    ScriptBlockToPowerShellNotSupportedException:RuntimeException ScriptCallDepthException:SystemException
    ScriptRequiresException:RuntimeException SessionStateException:RuntimeException
    SessionStateOverflowException:SessionStateException SessionStateUnauthorizedAccessException:SessionStateException
    SetValueException:ExtendedTypeSystemException SetValueInvocationException:SetValueException
    TerminateException:FlowControlException ValidationMetadataException:MetadataException
    WildcardPatternException:RuntimeException`,
  'System.Management.Automation.Host': 'HostException:RuntimeException PromptingException:HostException',
  'System.Management.Automation.Remoting': `PSRemotingTransportException:RuntimeException
    PSRemotingTransportRedirectException:PSRemotingTransportException PSRemotingDataStructureException:RuntimeException`,
  'System.Management.Automation.Runspaces': `FormatTableLoadException:RuntimeException
    InvalidPipelineStateException:SystemException InvalidRunspacePoolStateException:SystemException
    InvalidRunspaceStateException:SystemException PSConsoleLoadException:SystemException
    PSSnapInException:RuntimeException RunspaceOpenModuleLoadException:RuntimeException
    TypeTableLoadException:RuntimeException`,
  'Microsoft.PowerShell.Commands': `HelpCategoryInvalidException:ArgumentException HelpNotFoundException:SystemException
    ProcessCommandException:SystemException ServiceCommandException:SystemException WriteErrorException:SystemException
    HttpResponseException:HttpRequestException`,
};
