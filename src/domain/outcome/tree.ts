import { type Citation, cite } from '../law/citation.js';
import type { OutcomeId } from './outcomes.js';

/** 五步 (苏政办函〔2019〕98号 gives their names; the questions asked in each are 本系统口径). */
export const treeSteps = {
  complete: '补不补',
  proper: '该不该',
  held: '有没有',
  given: '给不给',
  fitting: '当不当',
} as const;
export type TreeStep = keyof typeof treeSteps;

/** One answer to a question, and where it leads: to the next question or to the one outcome. */
export interface TreeChoice {
  readonly id: string;
  readonly says: string;
  readonly hint?: string;
  readonly leads: { readonly to: string } | { readonly outcome: OutcomeId };
}

/** One question in a clerk's words, with the article that it puts. */
export interface TreeQuestion {
  readonly step: TreeStep;
  readonly asks: string;
  readonly article: Citation;
  /** What has to be done before the question can be answered at all. */
  readonly first?: string;
  readonly choices: readonly TreeChoice[];
}

const d = cite.bind(null, 'disclosure');
const ask = (id: string, says: string, to: string, hint?: string): TreeChoice => ({
  id,
  says,
  leads: { to },
  ...(hint ? { hint } : {}),
});
const end = (id: OutcomeId, says: string, hint?: string): TreeChoice => ({
  id,
  says,
  leads: { outcome: id },
  ...(hint ? { hint } : {}),
});

/** 条例第三十七条 asked of each ground: what can be given apart is given. */
const separable = (ground: OutcomeId): TreeQuestion => ({
  step: 'fitting',
  asks: '去掉不能公开的内容以后，其余部分能单独提供吗？',
  article: d(37),
  choices: [
    end('partial', '能，作区分处理，提供其余部分', '逐项写明不予公开的部分和依据。'),
    end(ground, '不能，全部内容都不能公开', '理由里写明为什么不能区分处理。'),
  ],
});

/** The way from an application to its answer, as data: every leaf is one outcome of the one list. */
export const answerTree = {
  complete: {
    step: 'complete',
    asks: '申请内容清楚吗？还能往下办吗？',
    article: d(30),
    first: '内容不明确、还没有告知过补正的，先办理“告知补正”，不用拟制答复。',
    choices: [
      ask('clear', '内容明确，可以往下办', 'proper'),
      end('unclearAfterCorrection', '补正以后仍然不明确'),
      end('notCorrected', '告知补正后，申请人逾期不补正'),
      end('notPaid', '通知缴费后，申请人逾期未缴费'),
      end('withdrawn', '申请人已经撤回申请'),
    ],
  },
  proper: {
    step: 'proper',
    asks: '要的是政府信息吗？该作为政府信息公开申请办吗？',
    article: d(39),
    choices: [
      ask('information', '是，要的是政府信息', 'responsible'),
      end('petition', '实际是信访、投诉、举报等', '告知不作为政府信息公开申请处理，可以告知相应渠道。'),
      end('publication', '要的是政府公报、报刊、书籍等公开出版物', '告知获取的途径。'),
      end('repeated', '以前已经答复过，又申请相同的信息', '写明以前答复的文号和日期。'),
      end(
        'excessive',
        '数量、频次明显超过合理范围，说明的理由不合理',
        '应先办理“要求说明理由”；理由合理、只是来不及的，确定延迟答复的期限。',
      ),
      end('confirmation', '要求确认或者重新出具已经获取的信息'),
      end(
        'specialRegister',
        '工商、不动产登记资料等，法律、行政法规另有查询规定',
        '写明依照哪部法律、行政法规办理；已移交国家档案馆的，适用档案法律、行政法规。',
      ),
      end('otherwise', '以上都不是，需要另行说明办理情况'),
    ],
  },
  responsible: {
    step: 'proper',
    asks: '这项信息由本机关负责公开吗？',
    article: d(10, 1),
    choices: [
      ask('ours', '是，本机关制作，或者由本机关保存、最初获取、牵头制作', 'held'),
      end(
        'notResponsible',
        '不是，由其他机关负责公开',
        '只告知，不转办；能够确定的，写明负责机关的名称和联系方式。职能已经划入本机关的，由本机关办理。',
      ),
    ],
  },
  held: {
    step: 'held',
    asks: '检索过了吗？找到了吗？',
    article: d(36, undefined, 4),
    choices: [
      ask('found', '找到了现成的信息', 'published'),
      end('notHeld', '检索以后没有找到', '写明检索的范围、关键词、人员、时间和结果。'),
      end('needsCreation', '没有现成的，要加工、分析现有信息才能提供'),
    ],
  },
  published: {
    step: 'given',
    asks: '已经主动公开了吗？',
    article: d(36, undefined, 1),
    choices: [
      ask('unpublished', '没有主动公开', 'ground'),
      end('alreadyPublic', '已经主动公开，能查到', '写明获取的方式和途径。'),
    ],
  },
  ground: {
    step: 'given',
    asks: '有没有不能公开的内容？是哪一种？',
    article: d(13, 1),
    choices: [
      end('granted', '没有，可以公开'),
      ask('stateSecret', '依法确定为国家秘密', 'stateSecret', '密级文件不得录入本系统，只写依据。'),
      ask(
        'forbiddenByLaw',
        '法律、行政法规禁止公开',
        'forbiddenByLaw',
        '只有法律、行政法规才算；规章、文件不能作为依据。',
      ),
      ask(
        'securityAndStability',
        '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
        'securityAndStability',
      ),
      ask(
        'thirdPartyRights',
        '涉及商业秘密、个人隐私等，公开会损害第三方合法权益',
        'consent',
        '应先书面征求第三方意见；第三方逾期不答，由本机关决定，不视为同意。',
      ),
      ask('internalAffairs', '人事管理、后勤管理、内部工作流程三类内部事务', 'internalAffairs'),
      ask('deliberative', '讨论记录、过程稿、磋商信函、请示报告四类过程性信息', 'mandatedDraft'),
      ask('enforcementFile', '行政执法案卷', 'mandatedFile'),
    ],
  },
  consent: {
    step: 'fitting',
    asks: '第三方同意公开吗？不公开会不会对公共利益造成重大影响？',
    article: d(15),
    choices: [
      end(
        'granted',
        '第三方同意，或者不公开会对公共利益造成重大影响',
        '因公共利益公开的，要把内容和理由书面告知第三方。',
      ),
      ask('objects', '第三方不同意且理由合理，也不涉及重大公共利益', 'thirdPartyRights'),
    ],
  },
  mandatedDraft: mandated('deliberative'),
  mandatedFile: mandated('enforcementFile'),
  stateSecret: separable('stateSecret'),
  forbiddenByLaw: separable('forbiddenByLaw'),
  securityAndStability: separable('securityAndStability'),
  thirdPartyRights: separable('thirdPartyRights'),
  internalAffairs: separable('internalAffairs'),
  deliberative: separable('deliberative'),
  enforcementFile: separable('enforcementFile'),
} as const satisfies Readonly<Record<string, TreeQuestion>>;
export type QuestionId = keyof typeof answerTree;

/** 条例第十六条第二款: 法律、法规、规章规定应当公开的，从其规定. */
function mandated(ground: 'deliberative' | 'enforcementFile'): TreeQuestion {
  return {
    step: 'fitting',
    asks: '有没有法律、法规、规章规定这类信息应当公开？',
    article: d(16, 2),
    choices: [
      end('granted', '有规定应当公开'),
      ask('free', '没有规定，可以不予公开', ground, '可以不公开不等于应当不公开，理由里写明为什么不公开。'),
    ],
  };
}
