import { Module } from '@nestjs/common';
import { Waker } from './waker.js';

/** What time does by itself. */
@Module({ providers: [Waker] })
export class DeadlinesModule {}
