import { expect } from 'chai';
import { destination } from 'pino';
import { makeLogger } from '../../src/infrastructure/log.js';

function logged(write: (logger: ReturnType<typeof makeLogger>) => void): string {
  const lines: string[] = [];
  const place = Object.assign(destination({ dest: 1, sync: true }), {
    write: (line: string) => {
      lines.push(line);
      return true;
    },
  });
  write(makeLogger('debug', place));
  return lines.join('');
}

describe('log', () => {
  it('blots out fields about persons at any depth', () => {
    const line = logged((logger) => {
      logger.info({
        caseId: 7,
        applicant: { name: '张三' },
        acts: [{ on: '2026-03-06', phone: '13800000000' }],
      });
    });
    expect(line).to.include('"caseId":7').and.include('2026-03-06');
    expect(line).to.not.include('张三').and.not.include('138');
  });

  it('blots out numbers and mail addresses inside sentences', () => {
    const line = logged((logger) => {
      logger.warn('no answer from 50022819900101001X at zhang@example.cn on 2026-03-06');
    });
    expect(line).to.include('2026-03-06').and.not.include('5002').and.not.include('zhang');
  });

  it('keeps what mends an error and leaves the values of the row behind', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "phone_once"'), {
      code: '23505',
      detail: 'Key (phone)=(13800000000) already exists.',
      parameters: ['张三', '13800000000'],
      query: 'insert into persons values ($1, $2)',
    });
    const line = logged((logger) => {
      logger.error({ err: error }, 'not saved');
    });
    expect(line).to.include('23505').and.include('phone_once').and.include('not saved');
    expect(line).to.not.include('张三').and.not.include('138');
  });
});
