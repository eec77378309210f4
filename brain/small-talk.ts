import { normalise } from './text/normalise.ts';

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'yes' | 'no' | 'are_you_human' | 'nothing_said';

/** A message is small talk only if it is nothing but that: "hello, where is my parcel" is a question. */
const kinds: [SmallTalk, RegExp][] = [
  [
    'greeting',
    /^(?:(?:hi+|hey+|hello+|good (?:morning|afternoon|evening|day)|greetings|howdy|yo)(?: (?:there|again|all|team))?|你好|您好|嗨+|哈喽|哈啰|早上好|上午好|下午好|晚上好|早安?|在吗?|在不在|在么|有人在吗|亲|喂)+(?:呀|啊|哦|吗)?$/,
  ],
  [
    'thanks',
    /^(?:(?:ok|okay|great|perfect|cool|good|nice|awesome)?[ ,]*(?:many )?(?:thanks?|thank you|thx|ty|cheers)(?: (?:so much|a lot|very much|you|for (?:your|the) help))*|好的?[, ]*(?:谢谢|多谢)你?|谢谢|多谢|感谢|谢了|谢啦|3q|辛苦了?|(?:好的?,?|哦,?)?(?:我)?(?:明白|知道|懂|了解|清楚)(?:了|啦)|(?:问题)?(?:已经)?解决(?:了|啦)|搞定(?:了|啦)|got it|(?:that|it) (?:helped|helps|worked|works|solved it)(?: now)?|makes sense|problem solved|all clear)+(?:[ ,]*(?:(?:many )?thanks?|thank you|thx|cheers|谢谢|多谢|感谢))?(?:你|您|啦|了|哈|哦|亲|们)*$/,
  ],
  [
    'goodbye',
    /^(?:(?:ok )?(?:bye+|goodbye|good ?bye|see (?:you|ya)(?: later)?|take care|have a (?:nice|good) (?:day|one)|good night)|再见|拜拜|拜|回见|晚安|没事了|不用了,?谢谢|没有了,?谢谢|没别的了?)+(?:啦|了|哦)?$/,
  ],
  [
    'yes',
    /^(?:yes|yeah|yep|yup|sure|please do|yes please|ok|okay|k|fine|alright|right|correct|是的?|对的?|好的?|好呀|好啊|可以|行|嗯+|要|需要|没错|ok的)$/,
  ],
  [
    'no',
    /^(?:no|nope|nah|no thanks?|not (?:now|yet|really)|不|不用|不用了|不要|不需要|没有|不是|算了|没有了|没了)$/,
  ],
  [
    'are_you_human',
    /^(?:are you (?:a |an )?(?:real |actual )?(?:bot|robot|human|person|ai|machine|chatbot)(?: or (?:a |an )?\w+)?|am i (?:talking|speaking|chatting) (?:to|with) (?:a |an )?(?:bot|robot|human|person|ai|real person)|is this (?:a |an )?(?:bot|robot|ai|chatbot)|你是(?:机器人|人工智能|ai|真人|人)(?:吗|么|还是\S{1,4})?|(?:是|这是)(?:机器人|ai|真人)(?:吗|么)?|你是不是(?:机器人|ai|真人))$/,
  ],
];

export function recogniseSmallTalk(text: string): SmallTalk | null {
  const bare = normalise(text)
    .replace(/[\p{P}\p{S}]+/gu, (mark) => (mark.includes(',') ? ',' : ' '))
    .replace(/ ?, ?/g, ',')
    .replace(/\s+/g, ' ')
    .replace(/^[ ,]+|[ ,]+$/g, '');
  if (bare === '') return 'nothing_said';
  return kinds.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}
