import { Global, Module } from '@nestjs/common';
import { CaseFiles } from './case-file.js';
import { Door } from './door.js';

/** The door of every change and the reading of cases, for all capabilities. */
@Global()
@Module({ providers: [Door, CaseFiles], exports: [Door, CaseFiles] })
export class CaseworkModule {}
