import { expect } from 'chai';
import { readSettings } from '../../src/infrastructure/settings.js';

const key = Buffer.alloc(32, 1).toString('base64');

describe('settings', () => {
  it('need nothing to be set for a trial', () => {
    const { settings, faults } = readSettings({});
    expect(faults).to.deep.equal([]);
    expect(settings).to.include({
      environment: 'development',
      port: 3000,
      host: '127.0.0.1',
      production: false,
    });
    expect(settings?.baseUrl).to.equal('http://127.0.0.1:3000');
    expect(settings).to.satisfy(Object.isFrozen);
  });

  it('list every fault at once, each with its mend', () => {
    const { settings, faults } = readSettings({
      NODE_ENV: 'prod',
      PORT: '70000',
      DATABASE_URL: 'mysql://localhost/x',
      FIELD_KEY: 'short',
      FONT_BODY: '/no/such/font.ttf',
      TODAY: '2026-02-30',
    });
    expect(settings).to.equal(undefined);
    expect(faults.map((fault) => fault.name)).to.deep.equal([
      'NODE_ENV',
      'PORT',
      'DATABASE_URL',
      'FIELD_KEY',
      'FONT_BODY',
      'TODAY',
    ]);
    for (const fault of faults) expect(fault.mend).to.match(/。$/);
  });

  it('demand lasting keys where several machines may share a database', () => {
    const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/gongkai' };
    expect(readSettings(production).faults.map((fault) => fault.name)).to.deep.equal([
      'SESSION_SECRET',
      'FIELD_KEY',
    ]);
    expect(readSettings({ ...production, SESSION_SECRET: key, FIELD_KEY: key }).faults).to.deep.equal([]);
  });

  it('name a fault once only', () => {
    const { faults } = readSettings({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://db/gongkai',
      SESSION_SECRET: 'short',
      FIELD_KEY: key,
    });
    expect(faults.map((fault) => fault.name)).to.deep.equal(['SESSION_SECRET']);
  });

  it('pretend no day in production', () => {
    expect(readSettings({ TODAY: '2026年3月6日' }).settings?.today).to.equal('2026-03-06');
    expect(readSettings({ NODE_ENV: 'production', TODAY: '2026-03-06' }).faults[0]?.name).to.equal('TODAY');
  });
});
