import { expect } from 'chai';
import { itemFee, pageFee, priceOfItem } from '../../src/domain/fee/tariff.js';

describe('国办函〔2020〕109号: the fee', () => {
  it('第五条 by page: as published reports charged it', () => {
    const table = {
      0: 0,
      30: 0,
      31: 10,
      44: 140,
      57: 270,
      68: 380,
      72: 420,
      100: 700,
      101: 720,
      109: 880,
      119: 1080,
      200: 2700,
      201: 2740,
      205: 2900,
    };
    for (const [pages, yuan] of Object.entries(table))
      expect(pageFee(Number(pages)), `${pages} 页`).to.equal(yuan);
  });

  it('第四条 by item: of one applicant in one calendar month', () => {
    const table = {
      0: 0,
      10: 0,
      11: 100,
      16: 600,
      25: 1500,
      30: 2000,
      31: 2200,
      40: 4000,
      41: 4300,
      42: 4600,
      50: 7000,
      51: 7400,
    };
    for (const [items, yuan] of Object.entries(table))
      expect(itemFee(Number(items)), `${items} 件`).to.equal(yuan);
    expect([10, 11, 30, 31, 40, 41, 50, 51].map(priceOfItem)).to.deep.equal([
      0, 100, 100, 200, 200, 300, 300, 400,
    ]);
  });

  it('第四条 by item: those after others of the month cost what their place costs', () => {
    expect(itemFee(6, 10)).to.equal(600);
    expect(itemFee(15, 10)).to.equal(1500);
    for (let already = 0; already <= 45; already += 5)
      expect(itemFee(already) + itemFee(7, already)).to.equal(itemFee(already + 7));
  });

  it('is of whole numbers from nought', () => {
    for (const wrong of [-1, 0.5, NaN, Infinity]) {
      expect(() => pageFee(wrong)).to.throw(RangeError);
      expect(() => itemFee(wrong)).to.throw(RangeError);
    }
  });
});
