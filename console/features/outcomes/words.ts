export const zh = {
  weeks: (count: number) => `近 ${count} 周`,
  week: '周（周一起）',
  total: '合计',
  outcomes: {
    confirmed: '顾客确认',
    assumed: '推定解决',
    handed_off: '转人工',
    abandoned: '放弃',
    reopened: '又回来了',
  },
  definitions: {
    confirmed: 'AI 回答后，顾客说解决了（只说谢谢不算）或评 4 星以上，之后没有再问。',
    assumed: '最后一句是 AI 的回答，之后 24 小时没有动静。没人抱怨，不等于解决了。',
    handed_off: '由人接待，或顾客给人工留了言。',
    abandoned: '顾客在等回复或排队时离开，或最后得到的不是回答（不知道、反问、询问转人工）。',
    reopened: '结束后 7 天内，顾客带着问题又回到这段会话。',
  },
  again: (count: number) => `7 天内又问同一件事 ${count}`,
  undecided: (count: number) => `还有 ${count} 段没有结果`,
  never: '这些结果不相加：推定解决不是确认解决。',
  empty: '还没有会话结果。顾客问过之后 24 小时内就会有。',
  share: (percent: number) => `${percent} %`,
};
export const en: typeof zh = {
  weeks: (count) => `${count} weeks`,
  week: 'Week (from Monday)',
  total: 'Altogether',
  outcomes: {
    confirmed: 'Confirmed',
    assumed: 'Assumed',
    handed_off: 'Handed off',
    abandoned: 'Abandoned',
    reopened: 'Reopened',
  },
  definitions: {
    confirmed:
      'After an answer of the AI the customer said it helped (thanks alone does not count) or rated it 4 or 5, and asked nothing after it.',
    assumed:
      'The last word was an answer of the AI, then 24 hours of silence. That nobody complained does not mean it was solved.',
    handed_off: 'A person took it, or the customer left a message for people.',
    abandoned:
      'The customer left while waiting for a reply or in the queue, or the last they got was not an answer (“I don’t know”, a question back, an offer).',
    reopened: 'Within 7 days of its end the customer came back to it with a question.',
  },
  again: (count) => `same again within 7 days: ${count}`,
  undecided: (count) => `${count} still going on`,
  never: 'These are not to be added together: assumed is not confirmed.',
  empty: 'No outcomes yet. They come within 24 hours of a customer’s question.',
  share: (percent) => `${percent} %`,
};
