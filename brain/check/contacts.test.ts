import { expect, it } from 'vitest';
import { strangeContacts } from './contacts.ts';

it('knows whose accounts may be passed on', () => {
  expect(strangeContacts('加微信 wechat:tea_refund_88 秒退', ['退款 3 天到账'])).not.toEqual([]);
  expect(strangeContacts('write to us on WeChat: yucha_tea', ['微信号 yucha_tea，工作日回复'])).toEqual([]);
  expect(strangeContacts('可以用微信支付，也可以用支付宝', [])).toEqual([]);
  expect(strangeContacts('You can pay by WeChat or card', [])).toEqual([]);
});
