import type { EntityManager } from 'typeorm';
import { sm3 } from '../../infrastructure/sm3.js';
import { now } from '../../infrastructure/today.js';
import { KeptForm } from './kept-form.js';

/** Whose form it is, and which. */
export interface FormOwner {
  readonly accountId: string;
  readonly officeId: string;
  /** A name of its page: `intake`. */
  readonly form: string;
}

/** A form that was begun, with a mark of what it says: two windows of one person are told apart by it. */
export interface KeptFields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly keptAt: Date;
  readonly mark: string;
}

/** Keeps what was typed in the place of what was kept before. Answers the mark of it. */
export async function keepForm(
  manager: EntityManager,
  { accountId, officeId, form }: FormOwner,
  fields: Readonly<Record<string, unknown>>,
): Promise<string> {
  const text = JSON.stringify(fields);
  await manager.upsert(KeptForm, { accountId, officeId, form, fields: text, keptAt: now() }, [
    'accountId',
    'form',
  ]);
  return sm3(text);
}

/** The form that a person has begun; undefined when there is none. */
export async function keptForm(
  manager: EntityManager,
  { accountId, form }: Pick<FormOwner, 'accountId' | 'form'>,
): Promise<KeptFields | undefined> {
  const kept = await manager.findOneBy(KeptForm, { accountId, form });
  if (!kept) return undefined;
  const fields = JSON.parse(kept.fields) as Record<string, unknown>;
  return { fields, keptAt: kept.keptAt, mark: sm3(kept.fields) };
}

/** Drops the form. False when there was none: then another request has taken it already. */
export async function dropForm(
  manager: EntityManager,
  { accountId, form }: Pick<FormOwner, 'accountId' | 'form'>,
): Promise<boolean> {
  const { affected } = await manager.delete(KeptForm, { accountId, form });
  return (affected ?? 0) > 0;
}
