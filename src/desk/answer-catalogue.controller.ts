import { Body, Controller, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { inRow } from '../domain/acts/fields.js';
import { entriesLike, publishedEntries } from '../records/publication/catalogue.js';
import type { CatalogueEntry } from '../records/publication/catalogue-entry.js';
import type { Page } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { chineseDate } from '../web/words.js';
import { typedValues } from './act-form.js';
import { cataloguePickPage } from './act-pages.js';
import type { Posted, Sheet } from './act-sheet.js';
import { textIn } from './answer-form.js';
import { formWith } from './answer-guide.js';
import { AnswerSheet } from './posted-sheet.js';

const SHOWN = 8;
const LONGEST_FRAGMENT = 100;

/** 已主动公开: the line of 公开目录 is picked, and where it can be read stands in the answer. Nothing is stored on the way. */
@Controller()
@Allow('clerk', 'handler')
export class AnswerCatalogueController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Post(paths.answerCatalogue(':id', ':type'))
  async pick(@AnswerSheet() sheet: Sheet, @Body() posted: Posted): Promise<Page> {
    const values = typedValues(sheet.inputs, posted);
    const entryId = textIn(posted, 'entry');
    if (entryId === '') return this.choices(sheet, values, posted);
    const entry = isUUID(entryId) ? await this.published(sheet, entryId) : undefined;
    if (!entry) return formWith(sheet, values);
    const of = rowOf(posted);
    const named = (name: string): string => (of === '' ? name : inRow('matters', Number(of), name));
    return formWith(sheet, {
      ...values,
      [named('outcome')]: 'alreadyPublic',
      [named('provided')]: sayWhere(entry),
    });
  }

  private async choices(sheet: Sheet, kept: Record<string, string>, posted: Posted): Promise<Page> {
    const { manager } = this.dataSource;
    const { id, number, content, officeId } = sheet.file.application;
    const q = textIn(posted, 'catalogueQ').trim().slice(0, LONGEST_FRAGMENT);
    const of = rowOf(posted);
    const request = (of === '' ? '' : textIn(posted, inRow('matters', Number(of), 'what'))) || content;
    const entries = await (q
      ? publishedEntries(manager, officeId, q).take(SHOWN).getMany()
      : entriesLike(manager, officeId, request, SHOWN));
    return cataloguePickPage({
      title: '从公开目录里选',
      ...{ id, number, request, of, q, kept },
      version: sheet.file.version,
      entries: entries.map((entry) => ({
        ...{ id: entry.id, title: entry.title, number: entry.number, address: entry.address ?? '' },
        published: entry.publishedOn ? `${chineseDate(entry.publishedOn)}公开` : '',
      })),
      action: paths.answerCatalogue(id, sheet.type),
    });
  }

  private async published({ file }: Sheet, id: string): Promise<CatalogueEntry | null> {
    return publishedEntries(this.dataSource.manager, file.application.officeId, '')
      .andWhere('entry.id = :id', { id })
      .getOne();
  }
}

/** Which of several matters; '' for the application as a whole. */
function rowOf(posted: Posted): string {
  const of = textIn(posted, 'of');
  return /^\d{1,3}$/u.test(of) ? of : '';
}

/** 《某某规划》（某府发〔2026〕1号）已于2026年3月2日公开，获取途径：https://… */
function sayWhere({ title, number, publishedOn, address }: CatalogueEntry): string {
  const named = `《${title.replace(/^《(.*)》$/u, '$1')}》${number ? `（${number}）` : ''}`;
  return `${named}已于${publishedOn ? chineseDate(publishedOn) : ''}主动公开，请到以下网址或者地点查阅：${address ?? ''}`;
}
