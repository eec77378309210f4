import { normalise } from '../text/normalise.ts';

const contact =
  /(?:wechat|weixin|微信|vx|qq|telegram|whatsapp|line|skype|@)\s{0,2}(?:号码?|id|群)?\s{0,2}[:：]?\s{0,2}([a-z0-9][\w.-]{3,40})/gi;

/** Names of accounts to write to (WeChat, QQ, Telegram …) that stand in no source: never passed on to a customer. */
export function strangeContacts(text: string, sources: readonly string[]): string[] {
  const known = normalise(sources.join('\n'));
  return [...normalise(text).matchAll(contact)].flatMap(([whole, account]) =>
    known.includes(account as string) ? [] : [whole],
  );
}
