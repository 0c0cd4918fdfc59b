/*
 * The exceptions a script can name: `Name : Base`, then in braces the shape of its constructors (standard when left
 * out), then its further properties. Order: a base stands before what derives from it.
 */

/** Exceptions of .NET, by namespace. */
export const netExceptions: Readonly<Record<string, string>> = {
  System: `
    SystemException : Exception
    ApplicationException : Exception
    AccessViolationException : SystemException
    AggregateException : Exception {aggregate} InnerExceptions ReadOnlyCollection<Exception>
    AppDomainUnloadedException : SystemException
    ArgumentException : SystemException {argument} ParamName string
    ArgumentNullException : ArgumentException {argumentNull}
    ArgumentOutOfRangeException : ArgumentException {argumentRange} ActualValue object
    ArithmeticException : SystemException
    ArrayTypeMismatchException : SystemException
    BadImageFormatException : SystemException {file} FileName string
    CannotUnloadAppDomainException : SystemException
    DataMisalignedException : SystemException
    DivideByZeroException : ArithmeticException
    TypeLoadException : SystemException
    DllNotFoundException : TypeLoadException
    DuplicateWaitObjectException : ArgumentException {argumentNull}
    MemberAccessException : SystemException
    MissingMemberException : MemberAccessException
    MissingMethodException : MissingMemberException
    MissingFieldException : MissingMemberException
    FieldAccessException : MemberAccessException
    MethodAccessException : MemberAccessException
    EntryPointNotFoundException : TypeLoadException
    FormatException : SystemException
    IndexOutOfRangeException : SystemException
    InsufficientExecutionStackException : SystemException
    OutOfMemoryException : SystemException
    InsufficientMemoryException : OutOfMemoryException
    InvalidCastException : SystemException {code}
    InvalidOperationException : SystemException
    InvalidProgramException : SystemException
    InvalidTimeZoneException : Exception
    MulticastNotSupportedException : SystemException
    NotFiniteNumberException : ArithmeticException
    NotImplementedException : SystemException
    NotSupportedException : SystemException
    PlatformNotSupportedException : NotSupportedException
    NullReferenceException : SystemException
    ObjectDisposedException : InvalidOperationException {disposed} ObjectName string
    OperationCanceledException : SystemException {cancelled} CancellationToken CancellationToken
    OverflowException : ArithmeticException
    RankException : SystemException
    StackOverflowException : SystemException
    TimeoutException : SystemException
    TimeZoneNotFoundException : Exception
    TypeAccessException : TypeLoadException
    TypeInitializationException : SystemException {typeInitializer} TypeName string
    TypeUnloadedException : SystemException
    UnauthorizedAccessException : SystemException
    UriFormatException : FormatException`,
  'System.IO': `
    IOException : SystemException {code}
    FileNotFoundException : IOException {file} FileName string, FusionLog string
    FileLoadException : IOException {file} FileName string, FusionLog string
    DirectoryNotFoundException : IOException
    DriveNotFoundException : IOException
    PathTooLongException : IOException
    EndOfStreamException : IOException
    InvalidDataException : SystemException
    InternalBufferOverflowException : SystemException`,
  'System.Collections.Generic': `
    KeyNotFoundException : SystemException`,
  'System.Threading': `
    ThreadAbortException : SystemException
    ThreadInterruptedException : SystemException
    ThreadStateException : SystemException
    ThreadStartException : SystemException
    SynchronizationLockException : SystemException
    AbandonedMutexException : SystemException
    WaitHandleCannotBeOpenedException : ApplicationException
    SemaphoreFullException : SystemException
    BarrierPostPhaseException : Exception
    LockRecursionException : Exception`,
  'System.Threading.Tasks': `
    TaskCanceledException : OperationCanceledException
    TaskSchedulerException : Exception`,
  'System.ComponentModel': `
    InvalidEnumArgumentException : ArgumentException {enumArgument}
    InvalidAsynchronousStateException : ArgumentException
    WarningException : SystemException
    LicenseException : SystemException
    Win32Exception : ExternalException {win32} NativeErrorCode int`,
  'System.Runtime.InteropServices': `
    ExternalException : SystemException {code} ErrorCode int
    COMException : ExternalException {code}
    SEHException : ExternalException
    MarshalDirectiveException : SystemException
    InvalidComObjectException : SystemException
    InvalidOleVariantTypeException : SystemException
    SafeArrayTypeMismatchException : SystemException
    SafeArrayRankMismatchException : SystemException`,
  'System.Runtime.Serialization': `
    SerializationException : SystemException
    InvalidDataContractException : Exception`,
  'System.Reflection': `
    TargetException : ApplicationException
    TargetInvocationException : ApplicationException {innerOnly}
    TargetParameterCountException : ApplicationException
    AmbiguousMatchException : SystemException
    ReflectionTypeLoadException : SystemException
    InvalidFilterCriteriaException : ApplicationException
    CustomAttributeFormatException : FormatException`,
  'System.Globalization': `
    CultureNotFoundException : ArgumentException {argument} InvalidCultureName string`,
  'System.Resources': `
    MissingManifestResourceException : SystemException
    MissingSatelliteAssemblyException : SystemException`,
  'System.Security': `
    SecurityException : SystemException
    VerificationException : SystemException
    XmlSyntaxException : SystemException`,
  'System.Security.Cryptography': `
    CryptographicException : SystemException
    CryptographicUnexpectedOperationException : CryptographicException`,
  'System.Security.Authentication': `
    AuthenticationException : SystemException
    InvalidCredentialException : AuthenticationException`,
  'System.Text': `
    DecoderFallbackException : ArgumentException
    EncoderFallbackException : ArgumentException`,
  'System.Text.RegularExpressions': `
    RegexParseException : ArgumentException Error RegexParseError, Offset int
    RegexMatchTimeoutException : TimeoutException Input string, Pattern string, MatchTimeout TimeSpan`,
  'System.Text.Json': `
    JsonException : Exception`,
  'System.Xml': `
    XmlException : SystemException LineNumber int, LinePosition int, SourceUri string`,
  'System.Xml.XPath': `
    XPathException : SystemException`,
  'System.Xml.Schema': `
    XmlSchemaException : SystemException LineNumber int, LinePosition int
    XmlSchemaValidationException : XmlSchemaException`,
  'System.Xml.Xsl': `
    XsltException : SystemException
    XsltCompileException : XsltException`,
  'System.Net': `
    WebException : InvalidOperationException {web} Status WebExceptionStatus, Response object
    ProtocolViolationException : InvalidOperationException
    CookieException : FormatException
    HttpListenerException : Win32Exception`,
  'System.Net.Http': `
    HttpRequestException : Exception StatusCode object
    HttpProtocolException : IOException`,
  'System.Net.Sockets': `
    SocketException : Win32Exception SocketErrorCode object`,
  'System.Net.Mail': `
    SmtpException : Exception
    SmtpFailedRecipientException : SmtpException`,
  'System.Net.NetworkInformation': `
    NetworkInformationException : Win32Exception
    PingException : InvalidOperationException`,
  'System.Data': `
    DataException : SystemException`,
};

/** Exceptions of PowerShell, by namespace. */
export const powerShellExceptions: Readonly<Record<string, string>> = {
  'System.Management.Automation': `
    RuntimeException : SystemException {record} WasThrownFromThrowStatement bool
    ApplicationFailedException : RuntimeException
    NativeCommandExitException : RuntimeException Path string, ExitCode int, ProcessId int
    PSSecurityException : RuntimeException
    ScriptBlockToPowerShellNotSupportedException : RuntimeException
    ExtendedTypeSystemException : RuntimeException
    MethodException : ExtendedTypeSystemException
    MethodInvocationException : MethodException
    GetValueException : ExtendedTypeSystemException
    GetValueInvocationException : GetValueException
    PropertyNotFoundException : ExtendedTypeSystemException
    SetValueException : ExtendedTypeSystemException
    SetValueInvocationException : SetValueException
    PSInvalidCastException : InvalidCastException
    MetadataException : RuntimeException
    ValidationMetadataException : MetadataException
    ArgumentTransformationMetadataException : MetadataException
    ParsingMetadataException : MetadataException
    ParameterBindingException : RuntimeException ParameterName string, ParameterType Type, TypeSpecified Type, ErrorId string, Line long, Offset long, CommandInvocation InvocationInfo
    ParameterBindingValidationException : ParameterBindingException
    ParameterBindingArgumentTransformationException : ParameterBindingException
    ParameterBindingParameterDefaultValueException : ParameterBindingException
    CommandNotFoundException : RuntimeException CommandName string
    ScriptRequiresException : RuntimeException CommandName string
    ParseException : RuntimeException Errors ParseError[]
    IncompleteParseException : ParseException
    CmdletInvocationException : RuntimeException
    CmdletProviderInvocationException : CmdletInvocationException
    ProviderInvocationException : RuntimeException
    SessionStateException : RuntimeException ItemName string
    SessionStateUnauthorizedAccessException : SessionStateException
    SessionStateOverflowException : SessionStateException
    ProviderNotFoundException : SessionStateException
    ProviderNameAmbiguousException : ProviderNotFoundException
    DriveNotFoundException : SessionStateException
    ItemNotFoundException : SessionStateException
    JobDefinitionNotFoundException : ItemNotFoundException
    PSSnapInException : RuntimeException
    PipelineStoppedException : RuntimeException
    PipelineClosedException : RuntimeException
    ActionPreferenceStopException : RuntimeException
    WildcardPatternException : RuntimeException
    RemoteException : RuntimeException SerializedRemoteException PSObject, SerializedRemoteInvocationInfo PSObject
    RedirectedException : RuntimeException
    FlowControlException : SystemException
    LoopFlowException : FlowControlException
    BreakException : LoopFlowException
    ContinueException : LoopFlowException
    ExitException : FlowControlException
    TerminateException : FlowControlException
    HaltCommandException : SystemException
    ScriptCallDepthException : SystemException
    PipelineDepthException : SystemException
    ParentContainsErrorRecordException : SystemException
    JobFailedException : SystemException
    InvalidJobStateException : SystemException
    InvalidPowerShellStateException : SystemException
    PSArgumentException : ArgumentException
    PSArgumentNullException : ArgumentNullException
    PSArgumentOutOfRangeException : ArgumentOutOfRangeException
    PSInvalidOperationException : InvalidOperationException
    PSNotImplementedException : NotImplementedException
    PSNotSupportedException : NotSupportedException
    PSObjectDisposedException : ObjectDisposedException`,
  'System.Management.Automation.Host': `
    HostException : RuntimeException
    PromptingException : HostException`,
  'System.Management.Automation.Runspaces': `
    InvalidRunspaceStateException : SystemException
    InvalidRunspacePoolStateException : SystemException
    InvalidPipelineStateException : SystemException
    PSConsoleLoadException : SystemException
    RunspaceOpenModuleLoadException : RuntimeException
    TypeTableLoadException : RuntimeException
    FormatTableLoadException : RuntimeException`,
  'System.Management.Automation.Remoting': `
    PSRemotingDataStructureException : RuntimeException
    PSRemotingTransportException : RuntimeException ErrorCode int, TransportMessage string
    PSRemotingTransportRedirectException : PSRemotingTransportException
    PSDirectException : RuntimeException
    RemotingEncodingException : RuntimeException`,
  'Microsoft.PowerShell.Commands': `
    WriteErrorException : SystemException
    ProcessCommandException : SystemException ProcessName string
    ServiceCommandException : SystemException ServiceName string
    HelpCategoryInvalidException : ArgumentException
    HelpNotFoundException : SystemException HelpTopic string
    RestartComputerTimeoutException : RuntimeException
    HttpResponseException : HttpRequestException Response object`,
};
