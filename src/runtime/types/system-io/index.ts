import type { TypeSpec } from '../define-type.ts';
import { compressionTypes } from '../system-io-compression/compression-stream.ts';
import { binaryTypes } from './binary-types.ts';
import { directoryType } from './directory.ts';
import { driveTypes } from './drive-info.ts';
import { enumerationTypes } from './enumeration-options.ts';
import { fileType } from './file.ts';
import { fileEnums } from './file-enums.ts';
import { fileStreamType } from './file-open.ts';
import { directoryInfoType, fileInfoType, fileSystemInfoType } from './file-system-info.ts';
import { pathType } from './path.ts';
import { readerTypes } from './reader-types.ts';
import { memoryStreamType, streamType } from './stream.ts';
import { writerTypes } from './writer-types.ts';

/** The types of System.IO and System.IO.Compression. */
export const ioTypes: readonly TypeSpec[] = [
  ...fileEnums,
  ...enumerationTypes,
  directoryType,
  fileSystemInfoType,
  directoryInfoType,
  fileInfoType,
  fileType,
  pathType,
  streamType,
  memoryStreamType,
  fileStreamType,
  ...readerTypes,
  ...writerTypes,
  ...binaryTypes,
  ...driveTypes,
  ...compressionTypes,
];
