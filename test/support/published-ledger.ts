import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { DataSource } from 'typeorm';
import { Door } from '../../src/casework/door.js';
import { openInHand } from '../../src/casework/opening.js';
import type { Act } from '../../src/domain/acts/acts.js';
import type { Channel } from '../../src/domain/acts/intake-acts.js';
import { type ApplicantKind, applicantKinds } from '../../src/domain/application/applicant.js';
import { type OutcomeId, outcomes } from '../../src/domain/outcome/outcomes.js';
import type { ResultRow } from '../../src/domain/outcome/rows.js';
import { type LocalDate, localDate } from '../../src/domain/time/local-date.js';
import { projectRoot } from '../../src/infrastructure/project-root.js';

type Line = Record<string, string>;

const channels: Record<string, Channel> = {
  邮寄: 'registeredMail',
  信函: 'ordinaryMail',
  当面: 'counter',
  互联网: 'internet',
  传真: 'fax',
};

const rows: Record<string, ResultRow> = {
  予以公开: 'granted',
  部分公开: 'partial',
  其他法律行政法规禁止公开: 'forbiddenByLaw',
  危及三安全一稳定: 'securityAndStability',
  保护第三方合法权益: 'thirdPartyRights',
  属于三类内部事务信息: 'internalAffairs',
  属于四类过程性信息: 'deliberative',
  属于行政执法案卷: 'enforcementFile',
  属于行政查询事项: 'specialRegister',
  本机关不掌握相关政府信息: 'notHeld',
  没有现成信息需要另行制作: 'needsCreation',
  补正后申请内容仍不明确: 'unclearAfterCorrection',
  信访举报投诉类申请: 'petition',
  重复申请: 'repeated',
  无正当理由大量反复申请: 'excessive',
  要求行政机关确认或重新出具已获取信息: 'confirmation',
  逾期不补正: 'notCorrected',
  逾期未缴费: 'notPaid',
  其他: 'otherwise',
};

const results = {
  维持: 'unspecifiedUpheld',
  纠正: 'unspecifiedCorrected',
  其他: 'unspecifiedOther',
} as const;

function outcomeNamed(label: string): OutcomeId {
  const row = rows[label.split('-').at(-1) ?? ''];
  const found = (Object.keys(outcomes) as OutcomeId[]).find((id) => outcomes[id].row === row);
  if (!found) throw new Error(`No outcome ${label}`);
  return found;
}

/** The acts that a line of the ledger tells of. */
function actsOf(line: Line): Act[] {
  const day = (column: string): LocalDate => localDate(line[column] ?? '');
  const acts: Act[] = [
    {
      type: 'application.received',
      on: day('收到日期'),
      channel: channels[line['申请渠道'] ?? ''] ?? 'counter',
    },
    { type: 'application.registered', on: day('收到日期') },
  ];
  if (line['延长工作日']) {
    acts.push({
      type: 'period.extended',
      on: day('收到日期'),
      workdays: Number(line['延长工作日']),
      why: '台账',
    });
  }
  if (line['办理结果']) {
    acts.push(
      { type: 'reply.issued', on: day('答复日期'), outcome: outcomeNamed(line['办理结果']) },
      { type: 'reply.served', on: day('答复日期'), how: 'unrecorded' },
    );
  }
  const id = `${line['编号']}-复议`;
  if (line['复议受理日期']) acts.push({ type: 'reconsideration.accepted', on: day('复议受理日期'), id });
  const decided = results[line['复议结果'] as keyof typeof results];
  if (decided) acts.push({ type: 'reconsideration.decided', on: day('复议决定日期'), id, result: decided });
  const suit = `${line['编号']}-诉讼`;
  if (line['应诉通知日期']) {
    const route = line['起诉方式'] === '复议后起诉' ? 'afterReconsideration' : 'direct';
    acts.push({ type: 'suit.served', on: day('应诉通知日期'), id: suit, route });
  }
  const judged = results[line['诉讼结果'] as keyof typeof results];
  if (judged) acts.push({ type: 'suit.finallyJudged', on: day('裁判日期'), id: suit, result: judged });
  return acts.map((act) => ({ ...act, source: 'ledger' }));
}

/** Lays the published sample ledger of 2023 into an office, each line through the door. */
export async function layPublishedLedger(dataSource: DataSource, officeId: string): Promise<void> {
  const file = readFileSync(join(projectRoot, 'test/fixtures/ledger-2023.csv'), 'utf8');
  const lines = parse(file, { columns: true, bom: true }) as Line[];
  const door = new Door(dataSource);
  const circumstances = await door.circumstances(officeId);
  const kindNamed = new Map(
    Object.entries(applicantKinds).map(([kind, name]) => [name, kind as ApplicantKind]),
  );
  for (let from = 0; from < lines.length; from += 200) {
    const opened = lines.slice(from, from + 200).map((line) =>
      openInHand(
        {
          officeId,
          number: line['编号'],
          applicantKind: kindNamed.get(line['申请人类型'] as never) ?? 'naturalPerson',
          applicantName: line['申请人'] ?? '',
          content: line['所需信息'] ?? '',
        },
        actsOf(line),
        { actor: { kind: 'ledger', name: '台账' } },
        circumstances,
      ),
    );
    await door.openAll(opened, { officeIds: [officeId] });
  }
}
