import { Controller, Get } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { paths } from './paths.js';
import { Public } from './permission.js';
import { ProblemException } from './problems.js';

@Controller()
export class HealthController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** For a supervisor: 200 when the database answers, 503 when not. */
  @Get(paths.health)
  @Public()
  async health(): Promise<{ status: 'ok' }> {
    try {
      await this.dataSource.query('SELECT 1');
    } catch {
      throw new ProblemException('unavailable');
    }
    return { status: 'ok' };
  }
}
