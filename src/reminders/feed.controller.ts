import { Controller, Get, Param, Res, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { paths } from '../web/paths.js';
import { Public } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { feedOf } from './feed.js';
import { FeedKeeping } from './feed-keeping.js';

/** The calendar feed of a person, for programs that cannot sign in: whoever has the address may read it. */
@Controller()
export class FeedController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: FeedKeeping,
  ) {}

  @Get(paths.feed(':token'))
  @Public()
  @UseGuards(ThrottlerGuard)
  async feed(@Param('token') token: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    const account = await this.keeping.accountOf(token);
    if (!account) throw new ProblemException('not-found');
    response.type('text/calendar; charset=utf-8');
    response.setHeader('Cache-Control', 'private, max-age=300');
    response.setHeader('X-Robots-Tag', 'noindex');
    return feedOf(this.dataSource.manager, account);
  }
}
