import { type ActType, definitionOf } from '../../domain/acts/acts.js';
import { stages } from '../../domain/application/stages.js';
import type { ProceedingKind } from '../../domain/remedy/proceeding.js';
import { code, document, table } from './markdown.js';
import { proceedingMoves } from './proceedings.js';
import { type NamedState, proceedingStates, remedyStates, replyStates } from './states.js';
import { remedyState, replyState, visitedStates } from './traversal.js';

interface Move {
  readonly from: string;
  readonly type: ActType;
  readonly to: string;
}

/** Every move between different states, once, in the order of the states. */
function movesOf(of: typeof replyState, states: readonly NamedState[]): Move[] {
  const found = new Map<string, Move>();
  for (const { snapshot, next } of visitedStates()) {
    for (const { act, snapshot: after } of next) {
      const move = { from: of(snapshot), type: act.type, to: of(after) };
      if (move.from !== move.to && move.from && move.to) found.set(JSON.stringify(move), move);
    }
  }
  return inOrder([...found.values()], states);
}

/** By the place of the states, first that from which a move goes. */
function inOrder(moves: readonly Move[], states: readonly NamedState[]): Move[] {
  const place = (id: string): number => states.findIndex((state) => state.id === id);
  return [...moves].sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to));
}

const node = (id: string): string => id.replaceAll('.', '_');

/** A diagram of states; several acts between the same two share an arrow. */
function diagram(states: readonly NamedState[], moves: readonly Move[], begins: string): string {
  const arrows = new Map<string, string[]>();
  for (const { from, type, to } of moves) {
    const arrow = `${node(from)} --> ${node(to)}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), definitionOf(type).name]);
  }
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(({ id, name }) => `  state "${name}" as ${node(id)}`),
    `  [*] --> ${node(begins)}`,
    ...[...arrows].map(([arrow, names]) => `  ${arrow} : ${names.join('、')}`),
    '```',
  ].join('\n');
}

const stateTable = (states: readonly NamedState[]): string =>
  table(
    ['阶段', '状态', '代码', '依据'],
    states.map(({ stage, name, id, article }) => [stage ? stages[stage] : '', name, code(id), article]),
  );

const moveTable = (states: readonly NamedState[], moves: readonly Move[]): string => {
  const name = (id: string): string => states.find((state) => state.id === id)?.name ?? id;
  return table(
    ['从', '事项', '到'],
    moves.map(({ from, type, to }) => [name(from), definitionOf(type).name, name(to)]),
  );
};

function part(
  title: string,
  says: string,
  states: readonly NamedState[],
  moves: readonly Move[],
  begins: string,
): string[] {
  return [`## ${title}`, says, stateTable(states), diagram(states, moves, begins), moveTable(states, moves)];
}

const proceedingPart = (title: string, kind: ProceedingKind, says: string): string[] => {
  const states = proceedingStates(kind);
  return part(title, says, states, inOrder(proceedingMoves(kind), states), states[0]?.id ?? '');
};

/** docs/lifecycle.md: the machines of the program, drawn. */
export function lifecycleDocument(): string {
  return document(
    '一件申请的一生',
    '两件事并行：应当作出的答复，和对它采取的救济。所以因逾期未答复而申请复议的，答复仍可作出。状态只说接下来可以做什么；何时到期由期限计算，逾期不是状态。',
    ...part(
      '一、答复',
      '受理、登记、办理、答复，直至办结。征求意见是有日期的事实，不是状态。',
      replyStates,
      movesOf(replyState, replyStates),
      'empty',
    ),
    ...part(
      '二、救济',
      '案卷中各起复议、诉讼合起来的样子；案卷所处阶段以进行中的救济为准。办结的案卷重新打开时，回到办结前的状态。',
      remedyStates,
      movesOf(remedyState, remedyStates),
      'none',
    ),
    ...proceedingPart('三、每一起复议', 'reconsideration', '同一件申请可有数起，各走各的程序。'),
    ...proceedingPart(
      '四、每一起诉讼',
      'suit',
      '一审裁判按本机关收到之日推定生效；对方后来上诉的，仍可登记。',
    ),
  );
}
