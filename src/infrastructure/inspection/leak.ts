/** What a file may carry besides what one sees of it, or that must not go to others; and what to do about each. */
export const leakSorts = {
  hiddenSheet: {
    name: '隐藏的工作表',
    mend: '取消隐藏后核对；不应提供的，删去这张表，另存后重新上传。',
  },
  hiddenRows: { name: '隐藏或筛选掉的行', mend: '取消隐藏和筛选后核对；不应提供的，删去这些行。' },
  hiddenColumns: { name: '隐藏的列', mend: '取消隐藏后核对；不应提供的，删去这些列。' },
  pivotCache: { name: '数据透视表的源数据', mend: '另存为不带透视表的文件，或者只粘贴数值。' },
  comment: { name: '批注', mend: '删去全部批注后另存。' },
  trackedChange: { name: '修订痕迹', mend: '接受或者拒绝全部修订后另存。' },
  hiddenText: {
    name: '看不见的文字',
    mend: '显示隐藏文字后核对并删去；扫描件的识别文字层，请另存为不带文字层的文件。',
  },
  hiddenLayer: { name: '隐藏的图层', mend: '显示全部图层后核对，合并图层后另存。' },
  coveredText: {
    name: '色块下面的文字',
    mend: '遮盖没有删去文字，仍可复制。请删去原文后重新生成，或者打印遮盖后再扫描。',
  },
  annotation: { name: '注释、涂盖标记', mend: '删去或者合并注释后另存；用涂盖标记遮住的文字仍在文件里。' },
  embeddedFile: { name: '嵌入的文件', mend: '删去嵌入的文件后另存。' },
  author: { name: '作者等文件信息', mend: '在“文件—信息—检查文档”里删去个人信息后另存。' },
  idNumber: { name: '身份证号码', mend: '核对是否属于申请人以外的人；是的，遮去后重新生成文件。' },
  phoneNumber: { name: '手机号码', mend: '核对是否属于申请人以外的人；是的，遮去后重新生成文件。' },
  unread: {
    name: '没有检查到的内容',
    mend: '请转换为 PDF、Word（docx）或者 Excel（xlsx）后重新上传，或者逐页人工核对。',
  },
  otherCase: { name: '另一件申请的材料', mend: '核对是否传错；属于别人的材料，移出附件。' },
} as const;
export type LeakSort = keyof typeof leakSorts;

/** One thing found in a file. Nothing personal is in it: numbers are masked. */
export interface Leak {
  readonly sort: LeakSort;
  /** 第 3 页; 工作表“明细”B2; '' for the file as a whole. */
  readonly place: string;
  /** What was found there; '' where the place says it. */
  readonly detail: string;
}

/** Places of one sort that are told one by one; more of them are told as a number. */
const MOST_TOLD = 20;

/** The same leaks, at most {@link MOST_TOLD} of a sort, then how many more there are. */
export function told(leaks: readonly Leak[]): Leak[] {
  const counts = new Map<LeakSort, number>();
  const kept = leaks.filter(({ sort }) => {
    const count = (counts.get(sort) ?? 0) + 1;
    counts.set(sort, count);
    return count <= MOST_TOLD;
  });
  const more = [...counts].filter(([, count]) => count > MOST_TOLD);
  return [
    ...kept,
    ...more.map(([sort, count]) => ({ sort, place: '', detail: `另有 ${count - MOST_TOLD} 处` })),
  ];
}
