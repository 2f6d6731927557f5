import { Door } from '../src/casework/door.js';
import { fillWithCases } from '../src/demo/filling.js';
import { addOffice } from '../src/records/office/offices.js';
import { multiplyCases } from '../test/support/multiplied.js';
import { recordDaily } from '../test/support/recorded-daily.js';
import {
  type FreshDatabase,
  type TemporaryServer,
  freshDatabaseOn,
  startTemporaryServer,
} from '../test/support/temporary-server.js';

/** The databases that sections measure on, each made when it is first asked for. */
export class Ground {
  private server: Promise<TemporaryServer> | undefined;
  private full: Promise<FilledOffice> | undefined;

  /** `cases`: how many the filled office has. */
  constructor(readonly cases: number) {}

  /** An empty database with one office. */
  async empty(poolSize = 10): Promise<FilledOffice> {
    // Durable, as in use: what is measured waits for the disk like the real thing.
    this.server ??= startTemporaryServer({ durable: true });
    const database = await freshDatabaseOn((await this.server).maintenance, poolSize);
    const { dataSource } = database;
    const office = await addOffice(dataSource.manager, {
      code: 'CL-ZFB',
      name: '测量区人民政府办公室',
      letterMark: '测政公开',
    });
    return { database, officeId: office.id, door: new Door(dataSource) };
  }

  /** An office with as many cases as were asked for. The same for all sections. */
  filled(): Promise<FilledOffice> {
    this.full ??= this.fill();
    return this.full;
  }

  async close(): Promise<void> {
    await (await this.server)?.close();
  }

  private async fill(): Promise<FilledOffice> {
    const office = await this.empty();
    const { dataSource } = office.database;
    const seeds = Math.min(this.cases, LED);
    process.stderr.write(`正在准备 ${this.cases} 件申请……\n`);
    await fillWithCases(dataSource, { officeId: office.officeId, cases: seeds, seed: 20_261_123 });
    await recordDaily(dataSource);
    await multiplyCases(dataSource, this.cases - seeds);
    return office;
  }
}

/** So many cases are led through the door one by one, recorded as on the days of their acts; more are their copies. */
const LED = 1000;

export interface FilledOffice {
  readonly database: FreshDatabase;
  readonly officeId: string;
  readonly door: Door;
}
