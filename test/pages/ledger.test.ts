import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { Door } from '../../src/casework/door.js';
import { today } from '../../src/infrastructure/today.js';
import { ImportRuns } from '../../src/ledger/import-runs.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { LedgerImportRecord } from '../../src/records/application/ledger-import.js';
import { paths, withQuery } from '../../src/web/paths.js';
import { csv, type Line } from '../support/ledger-office.js';
import { addCase } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const lines: readonly Line[] = [
  { 编号: 'P-1' },
  { 编号: 'P-2', 申请人: '杨静刚', 所需信息: '礼让项目环境影响评价报告的批复', 办理结果: '部分公开' },
  { 编号: 'P-3', 办理结果: '', 答复日期: '' },
];

describe('the pages of the ledger', function () {
  this.timeout(60_000);
  let program: Program;
  let clerk: Visitor;

  before(async () => {
    program = await openProgram();
    clerk = await program.signedIn(['clerk']);
  });
  after(() => program.close());

  const send = async (visitor: Visitor, text: string, name = '台账.csv') => {
    const sent = await visitor.upload(
      paths.ledgerImport,
      paths.ledgerImport,
      {},
      { ledger: new File([text], name) },
    );
    const id = sent.location.split('/').at(-1) ?? '';
    await program.application.get(ImportRuns).settled(id);
    return { sent, id, page: sent.status === 303 ? await visitor.get(sent.location) : sent };
  };
  const begun = async (id: string): Promise<void> => {
    for (;;) {
      const run = await program.dataSource.manager.findOneByOrFail(LedgerImportRecord, { id });
      if (run.begunAt && run.state === 'importing') return;
      await setImmediate();
    }
  };
  const numbers = (html: string): string[] => [
    ...new Set([...html.matchAll(/>(P-\d)</g)].map(([, number]) => number ?? '')),
  ];

  it('says how to begin while there is nothing', async () => {
    const { text } = await clerk.get(paths.ledger);
    expect(text).to.include('台账还是空的').and.to.include('导入台账');
  });

  it('checks a ledger, writes nothing before it is confirmed, then imports it', async () => {
    const { id, page } = await send(clerk, csv(lines));
    expect(page.text).to.include('各行都可以导入').and.to.include('3 件');
    expect(await program.dataSource.manager.count(ApplicationRecord)).to.equal(0);
    const begun = await clerk.submit(paths.ledgerImported(id), paths.ledgerImportConfirmation(id));
    expect(begun.status).to.equal(303);
    await program.application.get(ImportRuns).settled(id);
    expect((await clerk.get(paths.ledgerImported(id))).text).to.include('导入完成：新增 3 件');
    expect(await program.dataSource.manager.count(ApplicationRecord)).to.equal(3);
  });

  it('imports once, however often it is confirmed', async () => {
    const { id } = await send(clerk, csv([...lines, { 编号: 'P-4' }]));
    const form = paths.ledgerImportConfirmation(id);
    const { text } = await clerk.get(paths.ledgerImported(id));
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const answers = await Promise.all([1, 2, 3].map(() => clerk.post(form, { _csrf: token })));
    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    await program.application.get(ImportRuns).settled(id);
    expect(await program.dataSource.manager.countBy(ApplicationRecord, { number: 'P-4' })).to.equal(1);
  });

  it('shows every refused cell, gives the rows back with what to do, and takes in the others if told to', async () => {
    const { id, page } = await send(clerk, csv([{ 编号: 'P-5' }, { 编号: 'P-6', 收到日期: '2023-02-30' }]));
    expect(page.text).to.include('“2023-02-30”不是存在的日期').and.to.include('还没有写入任何内容');
    const back = await clerk.get(paths.ledgerImportRefused(id));
    expect(back.headers.get('content-type')).to.include('text/csv');
    expect(back.text.trimEnd().split('\r\n')).to.have.length(2);
    expect(back.text).to.include('P-6').and.to.include('请核对，写成 2023-03-06 的样子');
    await clerk.submit(paths.ledgerImported(id), paths.ledgerImportConfirmation(id));
    await program.application.get(ImportRuns).settled(id);
    expect((await clerk.get(paths.ledgerImported(id))).text).to.include('没有导入 1 行');
    const corrected = await send(clerk, back.text.replace('2023-02-30', '2023-02-28'));
    expect(corrected.page.text).to.include('原行号').and.to.include('各行都可以导入');
  });

  it('says why a file is no ledger, beside the field or on the page of the import', async () => {
    const empty = await send(clerk, '');
    expect(empty.sent.status).to.equal(422);
    expect(empty.page.text).to.include('请选择要导入的台账');
    const { page } = await send(clerk, '%PDF-1.7', '台账.xlsx');
    expect(page.text).to.include('这是 PDF 文件');
  });

  it('tells of work that broke off, and checks again', async () => {
    const { id } = await send(clerk, csv([{ 编号: 'P-7' }]));
    const { manager } = program.dataSource;
    const heardAt = new Date(Date.parse('2026-01-05T00:00:00Z'));
    await manager.update(LedgerImportRecord, { id }, { state: 'importing', report: null, heardAt });
    expect((await clerk.get(paths.ledgerImported(id))).text).to.include('处理中断了，没有写入任何内容');
    await clerk.submit(paths.ledgerImported(id), paths.ledgerImportRecheck(id));
    await program.application.get(ImportRuns).settled(id);
    expect((await clerk.get(paths.ledgerImported(id))).text).to.include('各行都可以导入');
  });

  it('lets ledgers wait for one another, and says so on the page of the one that waits', async () => {
    // The office's own lock is held, so that the first import stands still in the middle of its work.
    const runs = program.application.get(ImportRuns);
    const holding = program.dataSource.createQueryRunner();
    const { id: first } = await send(clerk, csv([{ 编号: 'W-1' }]));
    const { id: second } = await send(clerk, csv([{ 编号: 'W-2' }]));
    await holding.startTransaction();
    await holding.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [20_190_515, program.district.id]);
    for (const id of [first, second])
      await clerk.submit(paths.ledgerImported(id), paths.ledgerImportConfirmation(id));
    await begun(first);
    expect((await clerk.get(paths.ledgerImported(first))).text).to.include('正在导入');
    expect((await clerk.get(paths.ledgerImported(second))).text).to.include('前面还有别的台账在处理');
    await holding.rollbackTransaction();
    await holding.release();
    await Promise.all([first, second].map((id) => runs.settled(id)));
    for (const id of [first, second])
      expect((await clerk.get(paths.ledgerImported(id))).text).to.include('导入完成：新增 1 件');
  });

  it('undoes an import that another process has taken up meanwhile', async () => {
    const { id } = await send(clerk, csv([{ 编号: 'W-3' }]));
    const holding = program.dataSource.createQueryRunner();
    await holding.startTransaction();
    await holding.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [20_190_515, program.district.id]);
    await clerk.submit(paths.ledgerImported(id), paths.ledgerImportConfirmation(id));
    await begun(id);
    const { manager } = program.dataSource;
    const taken = { state: 'checking' as const, claim: randomUUID() };
    await manager.update(LedgerImportRecord, { id }, taken);
    await holding.rollbackTransaction();
    await holding.release();
    await program.application.get(ImportRuns).settled(id);
    expect(await manager.findOneBy(LedgerImportRecord, { id })).to.include(taken);
    expect(await manager.countBy(ApplicationRecord, { number: 'W-3' })).to.equal(0);
  });

  it('finds by two characters, by a number, by several filters at once', async () => {
    const found = async (query: Record<string, string>) =>
      numbers((await clerk.get(withQuery(paths.ledger, query))).text).sort();
    expect(await found({ q: '礼让' })).to.deep.equal(['P-2']);
    expect(await found({ q: '静刚' })).to.deep.equal(['P-2']);
    expect(await found({ q: 'p-3' })).to.deep.equal(['P-3']);
    expect(await found({ q: "'; DROP TABLE acts; --" })).to.deep.equal([]);
    expect(await found({ q: '%' })).to.deep.equal([]);
    expect(await found({ row: 'partial', applicant: 'naturalPerson', year: '2023' })).to.deep.equal(['P-2']);
    expect(await found({ timing: 'overdue', stage: 'registered' })).to.deep.equal(['P-3']);
  });

  it('shows filters as chips that can be taken away', async () => {
    const { text } = await clerk.get(withQuery(paths.ledger, { row: 'partial', year: '2023', q: '项目' }));
    expect(text)
      .to.include('统计年度：2023年')
      .and.to.include('办理结果：部分公开')
      .and.to.include('查找：项目');
    expect(text).to.include(`href="${withQuery(paths.ledger, { q: '项目' }).replaceAll('&', '&amp;')}"`);
  });

  it('hands out the filtered list', async () => {
    const { text, headers } = await clerk.get(withQuery(paths.ledgerText, { q: '礼让' }));
    expect(headers.get('content-disposition')).to.match(/filename\*=UTF-8''.*\.csv/);
    expect(text.trimEnd().split('\r\n')).to.have.length(2);
    expect((await clerk.get(paths.ledgerForm)).headers.get('content-type')).to.include('spreadsheetml');
  });

  it('shows other offices neither the cases nor the imports', async () => {
    const town = await program.signedIn(['clerk'], { officeCode: 'CS-YL' });
    expect(numbers((await town.get(paths.ledger)).text)).to.deep.equal([]);
    expect((await town.get(withQuery(paths.ledger, { office: 'CS-ZFB' }))).status).to.equal(404);
    const [run] = await program.dataSource.manager.find(LedgerImportRecord, { take: 1 });
    expect((await town.get(paths.ledgerImported(run?.id ?? ''))).status).to.equal(404);
    expect((await town.get(paths.ledgerImportRefused(run?.id ?? ''))).status).to.equal(404);
  });

  it('lets only clerks and heads import', async () => {
    const leader = await program.signedIn(['leader']);
    expect((await leader.get(paths.ledger)).text).to.not.include(paths.ledgerImport);
    expect((await leader.get(paths.ledgerImport)).status).to.equal(403);
  });

  it('keeps what an old ledger calls pending apart from today’s work, until somebody goes on with it', async () => {
    const { text } = await clerk.get(paths.desk);
    expect(text).to.include('没有要您办的事。另有 1 件台账导入的旧案尚待补记。');
    expect(numbers(text)).to.deep.equal([]);
    expect(numbers((await clerk.get(paths.deskTab('late'))).text)).to.deep.equal([]);
    expect(numbers((await clerk.get(paths.deskTab('ledger'))).text)).to.deep.equal(['P-3']);
    const recent = await addCase(program);
    const whole = (await clerk.get(paths.deskTab('office'))).text;
    expect(whole.indexOf(`>${recent.number}<`)).to.be.within(1, whole.indexOf('>P-3<'));
    expect(whole.slice(whole.indexOf('<table'), whole.indexOf('</table>')))
      .to.include('台账导入，待补记')
      .and.not.include('已超期');
    const { id } = await program.dataSource.manager.findOneByOrFail(ApplicationRecord, { number: 'P-3' });
    await program.application.get(Door).perform(
      id,
      { type: 'application.assigned', on: today(), handler: '某科' },
      {
        actor: { kind: 'person', name: '王经办', roles: ['clerk'] },
        officeIds: [program.district.id],
      },
    );
    const after = (await clerk.get(paths.deskTab('late'))).text;
    expect(numbers(after)).to.deep.equal(['P-3']);
    expect(after).to.not.include('台账导入待补记');
  });

  it('gives up what is under way and what waits when the program stops, and says so', async () => {
    const runs = program.application.get(ImportRuns);
    const { id: first } = await send(clerk, csv([{ 编号: 'W-8' }]));
    const { id: second } = await send(clerk, csv([{ 编号: 'W-9' }]));
    const holding = program.dataSource.createQueryRunner();
    await holding.startTransaction();
    await holding.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [20_190_515, program.district.id]);
    for (const id of [first, second])
      await clerk.submit(paths.ledgerImported(id), paths.ledgerImportConfirmation(id));
    await begun(first);
    const stopped = runs.onModuleDestroy();
    await holding.rollbackTransaction();
    await holding.release();
    await stopped;
    for (const id of [first, second])
      expect((await clerk.get(paths.ledgerImported(id))).text)
        .to.include('系统停止或重新启动，没有写入任何内容')
        .and.include('重新检查');
    for (const number of ['W-8', 'W-9'])
      expect(await program.dataSource.manager.countBy(ApplicationRecord, { number })).to.equal(0);
  });
});
