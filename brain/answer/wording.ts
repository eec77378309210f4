import type { Language } from '../language.ts';
import type { SmallTalk } from '../small-talk.ts';
import type { Comfort } from './comfort.ts';

/** The AI's own sentences. Everything else it says are the shop's articles, word for word. */
export type Wording = {
  smallTalk: (kind: SmallTalk) => string;
  clarify: string;
  clarifyOne: string;
  unknown: string;
  /** Questions of the message that stay unanswered; one that should not be said back is empty. */
  leftOpen: (questions: readonly string[]) => string;
  offer: (reasonCode: string) => string;
  handingOff: (reasonCode: string) => string;
  nobodyOnShift: (when: {
    reasonCode: string;
    nextOpeningAt: number | null;
    timeZone: string;
    now: number;
  }) => string;
  otherLanguage: (articleLanguage: Language) => string;
  /** Said before an answer to somebody who is upset: no flattery, no promise. */
  comfort: Record<Comfort, string>;
  yesPerson: string;
  goOnWithAi: string;
  leaveMessage: string;
  noneOfThese: string;
};

const zh: Wording = {
  smallTalk: (kind) =>
    ({
      greeting: '您好！我是店铺的 AI 助手。想了解订单、配送、退换货还是商品，直接告诉我就好。',
      thanks: '不客气！还有其他问题随时问我。',
      goodbye: '好的，祝您生活愉快！有需要随时再来。',
      yes: '好的。您想了解什么？请再具体说一下，我来帮您查。',
      no: '好的。需要时随时找我。',
      are_you_human:
        '我是店铺的 AI 助手，不是真人。我会根据店铺的资料回答；您随时可以点「人工客服」找真人同事。',
      nothing_said: '我在。请用文字告诉我您的问题，我来帮您查。',
    })[kind],
  clarifyOne: '您想问的是这个吗？是的话点一下；不是的话，换个说法或找人工都可以。',
  clarify: '您想问的是下面哪一个？点一下就好；都不是的话，换个说法或找人工都可以。',
  unknown:
    '抱歉，店铺的资料里没有找到这个问题的答案，我不想乱猜。您可以换个说法再问一次，或者直接找人工客服。',
  leftOpen: (questions) => {
    const quoted = questions.filter(Boolean).map((one) => `「${one.replace(/[?？。]+$/, '')}」`);
    return `${quoted.join('、') || '您的另一个问题'}在店铺的资料里没有找到答案，我不想乱猜，可以请人工客服帮您确认。`;
  },
  offer: (code) => `${reasonZh[code] ?? ''}要不要我帮您转给人工同事？您也可以继续问我。`,
  handingOff: (code) =>
    `${reasonZh[code] ?? reasonZh.asked_for_person}正在为您转接人工客服，前面的对话同事都能看到，您不用重复说明。`,
  nobodyOnShift({ reasonCode, nextOpeningAt, timeZone, now }) {
    const when =
      nextOpeningAt === null
        ? ''
        : nextOpeningAt <= now
          ? '同事会尽快回到岗位。'
          : `人工客服将在 ${clock('zh-CN', nextOpeningAt, timeZone, now)} 上班。`;
    return `${reasonZh[reasonCode] ?? ''}现在人工客服不在线。${when}您可以留言并留下联系方式，我们会在承诺的时间内回复您；我也可以继续帮您。`;
  },
  otherLanguage: () => '这条资料目前只有英文版，原文如下：',
  comfort: {
    anxious: '明白您着急，先说要紧的。',
    dissatisfied: '抱歉，这件事让您不满意了。',
    angry: '非常抱歉，让您这么生气。',
    sad: '很抱歉听到这些。',
  },
  yesPerson: '找人工客服',
  goOnWithAi: '继续问 AI',
  leaveMessage: '留言',
  noneOfThese: '都不是，找人工客服',
};

const reasonZh: Record<string, string> = {
  asked_for_person: '好的。',
  accepted_offer: '好的。',
  repeated_misses: '抱歉没能帮上您。',
  repeated_question: '抱歉，我的回答没有解决您的问题。',
  anger: '非常抱歉给您带来这么糟糕的体验。',
  threat: '我理解您现在非常生气。',
  legal_threat: '您反映的问题我们非常重视。',
  safety: '您的安全最重要：请先停止使用，身体不适请立即就医。',
  payment_details: '为了您的账户安全，请不要在聊天里发送卡号或密码。',
  distress: '听到这些我很难过，这件事应该由同事亲自陪您处理。',
  account_takeover: '为了保护您的账号和订单，这需要同事马上核实。请先修改密码，不要在聊天里发送验证码。',
  minor: '涉及未成年人的订单，需要同事来处理。',
  dispute: '这件事需要同事核对记录后给您一个说法。',
  exception_wanted: '这超出了我能决定的范围，同事可以为您看看。',
  entangled: '您遇到的不止一个问题，由一位同事一起处理会更清楚。',
  high_value: '这笔订单需要同事专门跟进。',
  vip: '您的问题由专属同事来跟进。',
  identity_needed: '为了您的账户安全，这需要同事核实身份后办理。',
  dissatisfied: '抱歉让您不满意。',
  tool_failed: '抱歉，系统暂时查不到，我请同事来处理。',
  ai_failed: '抱歉，我这边出了点问题。',
};

const en: Wording = {
  smallTalk: (kind) =>
    ({
      greeting: 'Hello! I am the shop’s AI assistant. Ask me about orders, delivery, returns or products.',
      thanks: 'You’re welcome! Ask whenever something else comes up.',
      goodbye: 'Goodbye, and take care. I am here whenever you need me.',
      yes: 'All right. What would you like to know? A few more words help me look it up.',
      no: 'All right. I am here when you need me.',
      are_you_human:
        'I am the shop’s AI assistant, not a person. I answer from the shop’s own information, and a person is one click away under “Talk to a person”.',
      nothing_said: 'I am here. Tell me your question in words and I will look it up.',
    })[kind],
  clarifyOne: 'Is this what you mean? Tap it; if not, put it another way or ask for a person.',
  clarify: 'Which of these do you mean? Tap one; if none fits, put it another way or ask for a person.',
  unknown:
    'Sorry, I can’t find the answer in the shop’s information, and I don’t want to guess. You can put it another way, or talk to a person.',
  leftOpen: (questions) => {
    const quoted = questions.filter(Boolean).map((one) => `“${one}”`);
    return `I found no answer to ${quoted.join(' and ') || 'the rest of your message'} in the shop’s information and don’t want to guess; a colleague can tell you.`;
  },
  offer: (code) => `${reasonEn[code] ?? ''} Shall I bring in a colleague? You can also go on with me.`.trim(),
  handingOff: (code) =>
    `${reasonEn[code] ?? reasonEn.asked_for_person} I’m bringing in a person now. They can see everything so far, so you needn’t repeat it.`,
  nobodyOnShift({ reasonCode, nextOpeningAt, timeZone, now }) {
    const when =
      nextOpeningAt === null
        ? ''
        : nextOpeningAt <= now
          ? ' A colleague will be back shortly.'
          : ` People are back ${clock('en-GB', nextOpeningAt, timeZone, now)}.`;
    return `${reasonEn[reasonCode] ?? ''} Nobody is on shift right now.${when} Leave a message with your contact and we will answer within the time promised, or go on with me.`.trim();
  },
  otherLanguage: () => 'The shop has this information in Chinese only. Here it is as it stands:',
  comfort: {
    anxious: 'I can see this is worrying, so the important part first.',
    dissatisfied: 'I’m sorry this has not been good enough.',
    angry: 'I’m very sorry this has upset you.',
    sad: 'I’m sorry to hear this.',
  },
  yesPerson: 'Talk to a person',
  goOnWithAi: 'Go on with the AI',
  leaveMessage: 'Leave a message',
  noneOfThese: 'None of these, talk to a person',
};

const reasonEn: Record<string, string> = {
  asked_for_person: 'Of course.',
  accepted_offer: 'Of course.',
  repeated_misses: 'Sorry I couldn’t help with that.',
  repeated_question: 'Sorry, my answers have not solved this.',
  anger: 'I’m very sorry about this experience.',
  threat: 'I understand that you are very upset.',
  legal_threat: 'We take this very seriously.',
  safety: 'Your safety comes first: please stop using it, and see a doctor if you feel unwell.',
  payment_details: 'For your safety, please don’t send card numbers or passwords in the chat.',
  distress: 'I’m so sorry to hear this; a person should look after it with you.',
  account_takeover:
    'To protect your account and orders a colleague must check this at once. Please change your password, and never send codes in the chat.',
  minor: 'An order that involves a child needs a colleague.',
  dispute: 'A colleague needs to check the record and give you a proper answer.',
  exception_wanted: 'This is beyond what I may decide; a colleague can look at it.',
  entangled: 'There is more than one problem here; one colleague can sort them out together.',
  high_value: 'A colleague should look after this order personally.',
  vip: 'A colleague will look after this personally.',
  identity_needed: 'To keep your account safe, a colleague must check who you are before doing this.',
  dissatisfied: 'I’m sorry this is not going well.',
  tool_failed: 'Sorry, I can’t look this up right now; a colleague can.',
  ai_failed: 'Sorry, something went wrong on my side.',
};

export function wording(language: Language): Wording {
  return language === 'zh' ? zh : en;
}

/** "today at 09:00", "tomorrow at 09:00" or a date, on the shop's clock. */
function clock(locale: string, at: number, timeZone: string, now: number): string {
  const day = (instant: number) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant);
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  const chinese = locale.startsWith('zh');
  const zone =
    timeZone === 'Asia/Shanghai' ? (chinese ? '（北京时间）' : ' (Beijing time)') : ` (${timeZone})`;
  if (day(at) === day(now)) return chinese ? `今天 ${time}${zone}` : `today at ${time}${zone}`;
  if (day(at) === day(now + 86_400_000))
    return chinese ? `明天 ${time}${zone}` : `tomorrow at ${time}${zone}`;
  const date = new Intl.DateTimeFormat(locale, {
    timeZone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(at);
  return chinese ? `${date} ${time}${zone}` : `on ${date} at ${time}${zone}`;
}
