import { Controller, Get, Param } from '@nestjs/common';
import { definePage, type Page, type PageContract } from './page.js';
import { paths } from './paths.js';
import { Public } from './permission.js';
import { problemKinds, ProblemException, type ProblemName } from './problems.js';

interface ProblemKindPage extends PageContract {
  status: number;
  detail: string;
}

const problemKindPage = definePage<ProblemKindPage>('problems/kind');

/** What the `type` of a problem object points at. */
@Controller()
export class ProblemController {
  @Get(paths.problem(':kind'))
  @Public()
  kind(@Param('kind') kind: string): Page {
    if (!Object.hasOwn(problemKinds, kind)) throw new ProblemException('not-found');
    const { title, status, detail } = problemKinds[kind as ProblemName];
    return problemKindPage({ title, status, detail });
  }
}
