import {
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  ParseUUIDPipe,
  type PipeTransform,
} from '@nestjs/common';
import type { Request } from 'express';
import { typedBefore } from '../web/kept-draft.js';
import { ProblemException } from '../web/problems.js';
import { requiredViewer } from '../web/viewer.js';
import { ActSheets, type Posted, type Sheet } from './act-sheet.js';
import { saysAnswer } from './answer-form.js';

const uuid = new ParseUUIDPipe();

@Injectable()
class OpenSheet implements PipeTransform<Request, Promise<Sheet>> {
  constructor(private readonly sheets: ActSheets) {}

  async transform(request: Request): Promise<Sheet> {
    const { id = '', type = '' } = request.params as Readonly<Record<string, string>>;
    const viewer = requiredViewer(request);
    await uuid.transform(id, { type: 'param', data: 'id' });
    const posted = request.body as Posted | undefined;
    return this.sheets.open(viewer, id, type, typedBefore(request) ?? posted);
  }
}

class OfAnswer implements PipeTransform<Sheet, Sheet> {
  transform(sheet: Sheet): Sheet {
    if (!saysAnswer(sheet.type)) throw new ProblemException('not-found');
    return sheet;
  }
}

const RequestItself = createParamDecorator((_: unknown, context: ExecutionContext): Request =>
  context.switchToHttp().getRequest<Request>(),
);

/**
 * The sheet of the act that the address names, with the inputs that what was posted asks for, or what was typed before
 * the session ran out. Throws 404 and 403 problems.
 */
export const PostedSheet = (): ParameterDecorator => RequestItself(OpenSheet);

/** The same of an act that says what is answered; a 404 problem for every other act. */
export const AnswerSheet = (): ParameterDecorator => RequestItself(OpenSheet, new OfAnswer());
