/*
 * HRESULTs of exceptions, by namespace: `Name=hexadecimal`. An exception that is not listed has the code of its base.
 */
const codes: Readonly<Record<string, string>> = {
  System: `
    SystemException=80131501 ApplicationException=80131600 AccessViolationException=80004003
    AppDomainUnloadedException=80131014 ArgumentException=80070057 ArgumentNullException=80004003
    ArgumentOutOfRangeException=80131502 ArithmeticException=80070216 ArrayTypeMismatchException=80131503
    BadImageFormatException=8007000b CannotUnloadAppDomainException=80131015 DataMisalignedException=80131541
    DivideByZeroException=80020012 TypeLoadException=80131522 DllNotFoundException=80131524
    DuplicateWaitObjectException=80131529 MemberAccessException=8013151a MissingMemberException=80131512
    MissingMethodException=80131513 MissingFieldException=80131511 FieldAccessException=80131507
    MethodAccessException=80131510 EntryPointNotFoundException=80131523 FormatException=80131537
    IndexOutOfRangeException=80131508 InsufficientExecutionStackException=80131578
    OutOfMemoryException=8007000e InsufficientMemoryException=8013153d InvalidCastException=80004002
    InvalidOperationException=80131509 InvalidProgramException=8013153a
    MulticastNotSupportedException=80131514 NotFiniteNumberException=80131528 NotImplementedException=80004001
    NotSupportedException=80131515 PlatformNotSupportedException=80131539 NullReferenceException=80004003
    ObjectDisposedException=80131622 OperationCanceledException=8013153b OverflowException=80131516
    RankException=80131517 StackOverflowException=800703e9 TimeoutException=80131505
    TypeAccessException=80131543 TypeUnloadedException=80131013 UnauthorizedAccessException=80070005
    TypeInitializationException=80131534`,
  'System.IO': `
    IOException=80131620 FileNotFoundException=80070002 FileLoadException=80131621
    DirectoryNotFoundException=80070003 DriveNotFoundException=80070003 PathTooLongException=800700ce
    EndOfStreamException=80070026 InternalBufferOverflowException=80131905`,
  'System.Collections.Generic': `
    KeyNotFoundException=80131577`,
  'System.Threading': `
    ThreadInterruptedException=80131519 ThreadStateException=80131520 SynchronizationLockException=80131518
    AbandonedMutexException=8013152d WaitHandleCannotBeOpenedException=8013152c ThreadAbortException=80131530
    ThreadStartException=80131525`,
  'System.Runtime.InteropServices': `
    ExternalException=80004005 MarshalDirectiveException=80131535 InvalidComObjectException=80131527
    InvalidOleVariantTypeException=80131531 SafeArrayTypeMismatchException=80131533
    SafeArrayRankMismatchException=80131538`,
  'System.Runtime.Serialization': `
    SerializationException=8013150c`,
  'System.Reflection': `
    TargetException=80131603 TargetParameterCountException=8002000e AmbiguousMatchException=8000211d
    InvalidFilterCriteriaException=80131601 CustomAttributeFormatException=80131605
    TargetInvocationException=80131604 ReflectionTypeLoadException=80131602`,
  'System.Resources': `
    MissingManifestResourceException=80131532 MissingSatelliteAssemblyException=80131536`,
  'System.Security': `
    SecurityException=8013150a VerificationException=8013150d`,
  'System.Xml': `
    XmlException=80131940`,
  'System.Xml.XPath': `
    XPathException=80131943`,
  'System.Xml.Schema': `
    XmlSchemaException=80131941`,
  'System.Xml.Xsl': `
    XsltException=80131942`,
  'System.Data': `
    DataException=80131920`,
  'System.Management.Automation': `
    TerminateException=80131501`,
  'System.ComponentModel': `
    LicenseException=80131901`,
};

let table: ReadonlyMap<string, number> | undefined;

/** The HRESULT listed for an exception type's full name. */
export function exceptionCode(typeName: string): number | undefined {
  table ??= new Map(
    Object.entries(codes).flatMap(([namespace, text]) =>
      text
        .trim()
        .split(/\s+/)
        .map((row): [string, number] => {
          const [name, code] = row.split('=');
          return [`${namespace}.${name}`, Number.parseInt(code ?? '', 16) | 0];
        }),
    ),
  );
  return table.get(typeName);
}
