import { Injectable, Param, ParseUUIDPipe, type PipeTransform } from '@nestjs/common';

/** What the address of a page of 复议应诉 names. Only the parts that the route has are there; the others are empty. */
export interface ProceedingAddress {
  /** The application. */
  readonly id: string;
  /** 案号 of the proceeding. */
  readonly number: string;
  /** Of a paper to be filed or of a note. */
  readonly kind: string;
  readonly entry: string;
  readonly bundle: string;
  readonly format: string;
}

const uuid = new ParseUUIDPipe();
const uuids: readonly string[] = ['id', 'entry', 'bundle'];

/** Reads the parts of the address. Throws a 400 problem where an id is none. */
@Injectable()
class ReadAddress implements PipeTransform<Readonly<Record<string, string>>, Promise<ProceedingAddress>> {
  async transform(parts: Readonly<Record<string, string>>): Promise<ProceedingAddress> {
    for (const name of uuids) {
      const value = parts[name];
      if (value !== undefined) await uuid.transform(value, { type: 'param', data: name });
    }
    return { id: '', number: '', kind: '', entry: '', bundle: '', format: '', ...parts };
  }
}

/** The address of a proceeding, or of something that is kept of it. */
export const Address = (): ParameterDecorator => Param(new ReadAddress());
