import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { CaseFile } from '../casework/case-file.js';
import { lacksOfCase } from '../casework/completeness.js';
import { correctionItems } from '../domain/application/completeness.js';
import type { FormState } from '../web/forms.js';
import type { Viewer } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import type { Sheet } from './act-sheet.js';
import { CaseDesk } from './case-desk.js';

/** What the form of an act can be filled with beforehand from what is known elsewhere. Everything can be changed. */
@Injectable()
export class Suggesting {
  constructor(private readonly desk: CaseDesk) {}

  /** `earlier` is the case whose reply 不予重复处理 (条例第三十六条第六项) is to name. */
  async valuesFor(
    { type, file, viewer }: Pick<Sheet, 'type' | 'file' | 'viewer'>,
    earlier: string | undefined,
  ): Promise<FormState['values']> {
    if (type === 'correction.required') {
      const items = correctionItems(lacksOfCase(file, await this.desk.particulars(file)));
      return items ? { items } : {};
    }
    return type === 'reply.drafted' && earlier && isUUID(earlier) ? this.repeated(viewer, file, earlier) : {};
  }

  private async repeated(viewer: Viewer, file: CaseFile, earlierId: string): Promise<FormState['values']> {
    const { application, letters } = await this.desk.take(viewer, earlierId);
    const { repliedOn, receivedOn, number } = application;
    if (!repliedOn) return {};
    const issued = letters.findLast(({ kind, status }) => kind.startsWith('reply.') && status === 'issued');
    const named = issued?.number ? `《${issued.title}》（${issued.number}）` : `答复（登记编号 ${number}）`;
    const you = file.application.applicantKind === 'naturalPerson' ? '您' : '你单位';
    return {
      outcome: 'repeated',
      earlier: `${named}，${chineseDate(repliedOn)}`,
      reasons: `${you}申请公开的信息与本机关 ${chineseDate(receivedOn)}收到的申请（登记编号 ${number}）相同，本机关已于 ${chineseDate(repliedOn)}以${named}答复。`,
    };
  }
}
