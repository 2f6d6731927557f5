import { sampleFacts } from '../../src/domain/letter/samples.js';
import { type LetterKind, letterOf } from '../../src/domain/letter/register.js';
import type { Block, LetterDocument } from '../../src/infrastructure/printing/blocks.js';
import { composeLetter } from '../../src/letters/letter-text.js';
import { wordingOf } from '../../src/letters/wordings.js';
import { paragraphOf } from '../support/letters.js';
import { sealPicture } from '../support/seal-picture.js';

const seal = { png: sealPicture(600) };

/** A kind of letter from its sample facts, under a seal where it bears one. */
export function specimenOf(kind: LetterKind): LetterDocument {
  const letter = composeLetter(kind, sampleFacts(kind), wordingOf(kind));
  return letterOf(kind).to === 'file' ? letter : { ...letter, signature: { ...letter.signature, seal } };
}

const REASON =
  '经审查，上述会议纪要第三段记载的内容，属于行政机关在履行行政管理职能过程中形成的讨论记录，公开后将影响后续决策的坦率讨论；其余内容不涉及《中华人民共和国政府信息公开条例》第十四条、第十五条、第十六条规定的情形，予以公开。';

const LONG_OFFICE = '重庆市梁平区规划和自然资源局城市更新和历史文化保护工作领导小组办公室';

/** The same letter with so much more text that its pages are full. */
export function lengthened(letter: LetterDocument, paragraphs = 12): LetterDocument {
  const more = Array.from({ length: paragraphs }, () => paragraphOf(REASON));
  return { ...letter, blocks: [...letter.blocks, ...more] };
}

/** What is hard to set: long names, long titles, what goes along, tables over pages, and ends that barely fit. */
export function hardLetters(): Readonly<Record<string, LetterDocument>> {
  const reply = specimenOf('reply.partial');
  const receipt = specimenOf('registrationReceipt');
  return {
    'long-office': {
      ...reply,
      issuer: LONG_OFFICE,
      number: '梁规资更新办政公开〔2026〕112号',
      signature: { ...reply.signature, office: LONG_OFFICE },
    },
    'longest-office': {
      ...receipt,
      issuer: `${LONG_OFFICE}政务服务和信息公开科`,
      signature: { ...reply.signature, office: `${LONG_OFFICE}政务服务和信息公开科` },
    },
    'long-title': {
      ...reply,
      title:
        '梁平区人民政府办公室关于张𬱖等十七人申请公开双桂街道城市更新项目征收补偿方案及其审批材料的答复书',
    },
    'attachments-and-copies': {
      ...reply,
      attachments: [
        '双桂街道2025年度危房改造补助资金发放汇总表',
        '关于印发《梁平区双桂街道城市更新项目房屋征收与补偿方案》的通知（梁平府发〔2025〕18号）及其附图附表',
        '会议纪要（节录）',
      ],
      copyTo: ['区司法局', '区信访办公室', '区住房和城乡建设委员会', '区档案馆', '双桂街道办事处'],
    },
    'long-table': { ...reply, blocks: reply.blocks.map(withManyRows) },
    'three-pages': lengthened(reply, 8),
    'very-long': lengthened(reply, 30),
    ...Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`end-${i + 1}`, ended(receipt, i + 1)] as const),
    ),
  };
}

function withManyRows(block: Block): Block {
  if (block.kind !== 'table') return block;
  const rows = Array.from({ length: 14 }, (_, i) => [
    `第${i + 1}份会议纪要第三段至第五段、附表二第${i + 1}行`,
    '属于过程性信息，公开后将影响后续决策的坦率讨论，《中华人民共和国政府信息公开条例》第十六条第二款',
  ]);
  return { ...block, rows: [...block.rows, ...rows] };
}

/** A letter that ends a line later than the one before. */
function ended(letter: LetterDocument, lines: number): LetterDocument {
  const blocks = [paragraphOf('答'.repeat(28 * 6 - 2)), paragraphOf('复'.repeat(28 * lines - 8))];
  return {
    ...letter,
    blocks: [...letter.blocks.slice(0, 1), ...blocks, paragraphOf('联系电话：023-53222222。')],
  };
}
