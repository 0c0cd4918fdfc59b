import type { TypeSpec } from '../define-type.ts';
import { directoryType } from './directory.ts';
import { fileType } from './file.ts';
import { fileEnums } from './file-enums.ts';
import { directoryInfoType, fileInfoType, fileSystemInfoType } from './file-system-info.ts';
import { pathType } from './path.ts';

/** The types of System.IO. */
export const ioTypes: readonly TypeSpec[] = [
  ...fileEnums,
  directoryType,
  fileSystemInfoType,
  directoryInfoType,
  fileInfoType,
  fileType,
  pathType,
];
