import type { DataSource, Logger } from 'typeorm';

/** One statement as it went to the database. */
export interface Asked {
  readonly query: string;
  readonly parameters: readonly unknown[];
}

/** Everything that a task asks the database through TypeORM, transactions' own words left out. */
export async function recordingQueries(
  dataSource: DataSource,
  task: () => Promise<unknown>,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  const silent = (): void => undefined;
  const recorder: Logger = {
    logQuery: (query, parameters) => {
      if (!/^(START|COMMIT|ROLLBACK)/.test(query))
        asked.push({ query, parameters: Array.isArray(parameters) ? parameters : [] });
    },
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  const before = dataSource.logger;
  dataSource.logger = recorder;
  try {
    await task();
  } finally {
    dataSource.logger = before;
  }
  return asked;
}
