import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { log } from '../infrastructure/log.js';
import { correlationIdOf } from './correlation.js';
import { definePage, type PageContract } from './page.js';
import { PageWriter, Reply } from './page-writer.js';
import { problemFrom, type Problem, SignInRedirect } from './problems.js';
import { keepSession } from './session.js';

interface ProblemPage extends PageContract {
  problem: Problem;
}

const problemPage = definePage<ProblemPage>('problems/problem');

/** Answers everything thrown with one problem object: as a page for people, as JSON for programs. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly writer: PageWriter) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (!(thrown instanceof SignInRedirect)) {
      this.answer(thrown, request, response);
      return;
    }
    try {
      await keepSession(request);
      if (!response.headersSent) new Reply(303, '', thrown.location).sendTo(response);
    } catch (fault) {
      this.answer(fault, request, response);
    }
  }

  private answer(thrown: unknown, request: Request, response: Response): void {
    const problem = problemFrom(thrown, correlationIdOf(request));
    if (problem.status >= 500)
      log().error({ err: thrown, correlationId: problem.correlationId }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (wantsPage(request)) this.sendPage(request, response, problem);
    else response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  /** If even the page cannot be rendered, its bare words still go out. */
  private sendPage(request: Request, response: Response, problem: Problem): void {
    try {
      this.writer
        .page(request, problemPage({ title: problem.title, problem }, problem.status))
        .sendTo(response);
    } catch (fault) {
      log().error({ err: fault, correlationId: problem.correlationId }, 'problem page failed');
      const text = `${problem.title}。${problem.detail}（编号 ${problem.correlationId}）`;
      response.status(problem.status).type('text/plain').send(text);
    }
  }
}

function wantsPage(request: Request): boolean {
  return !request.path.startsWith('/api/') && request.accepts(['html', 'json']) === 'html';
}
