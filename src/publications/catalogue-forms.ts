import { calendarFrom } from '../domain/time/work-calendar.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { Check, Day, Text } from '../web/fields.js';
import { chineseDate } from '../web/words.js';

const tooEarly = (label: string, day: LocalDate | undefined): string | undefined =>
  day && day < calendarFrom ? `${label}应在${chineseDate(calendarFrom)}以后` : undefined;

/** A line of 公开目录: what it is, when it was made, and, where it is public already, since when and where. */
export class EntryForm {
  @Text({ label: '信息名称', max: 200 })
  title: string;

  @Text({ label: '文号', max: 100, required: false })
  number: string;

  @Day({ label: '制作或变更之日', notAfter: today, notAfterFault: '制作或变更之日不能晚于今天' })
  @Check<EntryForm>(({ basisOn }) => tooEarly('制作或变更之日', basisOn))
  basisOn: LocalDate;

  @Day({ label: '公开之日', required: false, notAfter: today, notAfterFault: '公开之日不能晚于今天' })
  @Check<EntryForm>(({ publishedOn, address, basisOn }) => {
    if (!publishedOn) return address ? '填了网址或位置的，请填写公开之日' : undefined;
    return publishedOn < basisOn ? '公开之日不会早于制作或变更之日，请核对' : undefined;
  })
  publishedOn?: LocalDate;

  @Text({ label: '公开的网址或位置', max: 300, required: false })
  @Check<EntryForm>(({ publishedOn, address }) =>
    publishedOn && !address ? '已经公开的，请填写网址或位置' : undefined,
  )
  address: string;
}

/** Since when it is public, and where. */
export class PublishedForm {
  @Day({ label: '公开之日', notAfter: today, notAfterFault: '公开之日不能晚于今天' })
  publishedOn: LocalDate;

  @Text({ label: '公开的网址或位置', max: 300 })
  address: string;
}

/** The information was changed: its period begins anew. */
export class ChangedForm {
  @Day({ label: '变更之日', notAfter: today, notAfterFault: '变更之日不能晚于今天' })
  @Check<ChangedForm>(({ changedOn }) => tooEarly('变更之日', changedOn))
  changedOn: LocalDate;

  @Text({ label: '变更后的文号', max: 100, required: false })
  number: string;
}
