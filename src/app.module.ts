import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AccountsModule } from './accounts/accounts.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { AnnualReportModule } from './annual-report/annual-report.module.js';
import { CaseworkModule } from './casework/casework.module.js';
import { DeskModule } from './desk/desk.module.js';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { DeadlinePagesModule } from './deadlines/deadline-pages.module.js';
import { DeadlinesModule } from './deadlines/deadlines.module.js';
import { LettersModule } from './letters/letters.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { OfficesModule } from './offices/offices.module.js';
import { PortalModule } from './portal/portal.module.js';
import { PublicationsModule } from './publications/publications.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { RemediesModule } from './remedies/remedies.module.js';
import { SelfCheckModule } from './self-check/self-check.module.js';
import { WebModule } from './web/web.module.js';

/** The whole program. Each capability is one line. */
const capabilities = [
  AccountsModule,
  AnnualReportModule,
  CalendarModule,
  DashboardModule,
  DeadlinePagesModule,
  DeadlinesModule,
  DeskModule,
  IntakeModule,
  LettersModule,
  LedgerModule,
  OfficesModule,
  PortalModule,
  PublicationsModule,
  RemediesModule,
  RemindersModule,
  SelfCheckModule,
];

@Module({})
export class AppModule {
  /** The program on an open, migrated database. */
  static on(dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: () => Promise.resolve(dataSource),
        }),
        WebModule,
        CaseworkModule,
        ...capabilities,
      ],
    };
  }
}
