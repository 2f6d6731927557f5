import { expect } from 'chai';
import { creditCodeFault, residentNumberFault } from '../../../src/domain/application/identity.js';

describe('numbers that prove who somebody is', () => {
  it('take resident numbers whose check digit fits (GB 11643), in any usual spelling', () => {
    for (const number of [
      '11010519491231002X',
      '11010519491231002x',
      '440524188001010014',
      '１１０１０５１９４９１２３１００２Ｘ',
    ]) {
      expect(residentNumberFault(number), number).to.equal(undefined);
    }
  });

  it('say what is wrong with a resident number', () => {
    expect(residentNumberFault('110105194912310021')).to.contain('校验位不符');
    expect(residentNumberFault('11010519491231')).to.contain('现有 14 位');
    expect(residentNumberFault('11010519490231002X')).to.contain('出生日期');
    expect(residentNumberFault('1101051949123100XX')).to.contain('18 位');
  });

  it('find every single wrong digit of a resident number', () => {
    const right = '11010519491231002X';
    for (let place = 14; place < 17; place += 1) {
      for (const digit of '0123456789') {
        if (digit === right[place]) continue;
        const wrong = right.slice(0, place) + digit + right.slice(place + 1);
        expect(residentNumberFault(wrong), wrong).to.be.a('string');
      }
    }
  });

  it('take credit codes whose check character fits (GB 32100), and say what is wrong with others', () => {
    expect(creditCodeFault('91350100M000100Y43')).to.equal(undefined);
    expect(creditCodeFault('91350100m000100y43')).to.equal(undefined);
    expect(creditCodeFault('91350100M000100Y44')).to.contain('校验位不符');
    expect(creditCodeFault('91350100M000100O43')).to.contain('“O”');
    expect(creditCodeFault('9135010')).to.contain('现有 7 位');
  });
});
