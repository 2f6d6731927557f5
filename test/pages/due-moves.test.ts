import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { DueDateMove } from '../../src/records/calendar/due-date-move.js';
import { HolidayNoticeRecord } from '../../src/records/calendar/holiday-notice.js';
import { paths } from '../../src/web/paths.js';
import { openProgram, type Program } from '../support/program.js';
import { addCase, daysAgo } from '../support/pages.js';

const on = (day: string) => localDate(day);

describe('期限是怎样变的', () => {
  let program: Program;
  before(async () => {
    setClock(() => new Date('2026-04-20T02:00:00Z'));
    program = await openProgram();
  });
  after(async () => {
    setClock();
    await program.close();
  });

  it('names each move of the due day: from where to where, by how much, by which act and on which ground', async () => {
    const acts: Act[] = [
      { type: 'correction.required', on: on('2026-03-05'), items: '请写明名称。', until: on('2026-03-20') },
      { type: 'correction.received', on: on('2026-03-10') },
      {
        type: 'opinion.sought',
        on: on('2026-03-12'),
        id: '1',
        consultee: 'agency',
        deliveredOn: on('2026-03-12'),
      },
      { type: 'opinion.received', on: on('2026-03-24'), id: '1' },
      { type: 'period.extended', on: on('2026-04-20'), workdays: 10, why: '案情复杂' },
    ];
    const { id } = await addCase(program, acts, { receivedDaysAgo: 49 });
    expect(daysAgo(49)).to.equal('2026-03-02');
    const reader = await program.signedIn(['handler']);
    const { text } = await reader.get(paths.case(id));
    const section = /<section class="due-moves".*?<\/section>/su.exec(text)?.[0] ?? '';
    const rows = [...section.matchAll(/<tr>(.*?)<\/tr>/gsu)]
      .map(([, row = '']) =>
        row
          .replaceAll(/<[^>]*>/gu, ' ')
          .replaceAll(/\s+/gu, ' ')
          .trim(),
      )
      .slice(1);
    expect(rows).to.deep.equal([
      '答复期限 2026年3月30日 2026年4月8日 +6 个工作日 收到补正，王经办 自收到补正之日起重新计算（《条例》第三十条）',
      '答复期限 2026年4月8日 2026年4月29日 +15 个工作日 征求意见，王经办 《条例》第三十三条第三款',
      // (3-12, 3-24] holds eight working days: 4-09 … 4-20 after 4-08.
      '答复期限 2026年4月29日 2026年4月20日 −7 个工作日 收到意见，王经办 《条例》第三十三条第三款',
      // 劳动节 5 月 1 日至 5 日休息。
      '答复期限 2026年4月20日 2026年5月7日 +10 个工作日 延长答复期限，王经办 《条例》第三十三条第二款',
    ]);
    expect(section).to.include('href="#act-4"');
  });

  it('names those that a holiday notice has brought, with who confirmed it', async () => {
    const { id, officeId } = await addCase(program, [], { receivedDaysAgo: 5 });
    const { manager } = program.dataSource;
    const notice: HolidayNoticeRecord = {
      id: randomUUID(),
      year: 2030,
      source: '国办发明电〔2029〕9号',
      days: [],
      confirmedAt: new Date('2026-04-20T02:00:00Z'),
      confirmedByName: '李管理',
      confirmedByAccountId: null,
    };
    await manager.insert(HolidayNoticeRecord, notice);
    const told = { kind: 'period', subject: 'reply', name: '答复期限', byName: '李管理' } as const;
    await manager.insert(DueDateMove, {
      ...told,
      noticeId: notice.id,
      applicationId: id,
      officeId,
      from: on('2026-05-12'),
      to: on('2026-05-13'),
      at: new Date('2026-04-20T02:00:00Z'),
    });
    const { text } = await (await program.signedIn(['handler'])).get(paths.case(id));
    expect(text).to.include('+1 日').and.include('载入放假安排，李管理确认').and.include('2026年5月13日');
  });

  it('says nothing where nothing has moved', async () => {
    const { id } = await addCase(program);
    const reader = await program.signedIn(['handler']);
    expect((await reader.get(paths.case(id))).text).to.not.include('期限是怎样变的');
  });
});
