import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { Authenticator } from './authenticator.js';
import { PermissionGuard, TokenGuard } from './guards.js';
import { HealthController } from './health.controller.js';
import { HomeController } from './home.controller.js';
import { PageInterceptor, PageWriter } from './page-writer.js';
import { ProblemController } from './problem.controller.js';
import { ProblemFilter } from './problem-filter.js';
import { StyleguideController } from './styleguide.controller.js';
import { Views } from './views.js';

/** The plumbing of all pages. Guards run in this order. */
@Global()
@Module({
  imports: [ThrottlerModule.forRoot([{ ttl: 60_000, limit: 60 }])],
  controllers: [HomeController, HealthController, ProblemController, StyleguideController],
  providers: [
    Views,
    PageWriter,
    Authenticator,
    { provide: APP_GUARD, useClass: PermissionGuard },
    { provide: APP_GUARD, useClass: TokenGuard },
    { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Views, Authenticator],
})
export class WebModule {}
