import { describe, expect, it } from 'vitest';
import { type Emotion, readFeeling, trajectory } from './index.ts';

const feel = (text: string) => readFeeling(text, /[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en');

describe('a feeling is read', () => {
  it.each<[string, Emotion]>([
    ['你们就是骗子', 'angry'],
    ['急急急，明天就要用', 'anxious'],
    ['太失望了', 'dissatisfied'],
    ['收到啦，太喜欢了！！', 'happy'],
    ['奶奶上周去世了，这是她留给我的', 'sad'],
    ['请问可以开发票吗', 'calm'],
    ['this is an absolute joke, you are liars', 'angry'],
    ['I am really worried it will not get here in time', 'anxious'],
    ['very disappointed with the quality', 'dissatisfied'],
    ['OMG I love it, thank you so much!!', 'happy'],
    ['my dog died last week and this was his bowl', 'sad'],
    ['how long does delivery take?', 'calm'],
    ["I'm not angry, just wondering when it ships", 'calm'],
    ['不着急，慢慢发就行', 'calm'],
    ['没有生气，只是想问下什么时候发货', 'calm'],
    ['真棒，又坏了', 'dissatisfied'],
    ['wow great, it broke again', 'dissatisfied'],
    ['感谢贵店的耐心，但问题至今没有解决', 'dissatisfied'],
    ['Thank you for your reply. Regrettably nothing has been resolved.', 'dissatisfied'],
    ['I AM SO EXCITED THANK YOU THANK YOU', 'happy'],
    ['啊啊啊终于抢到了！！！', 'happy'],
    ['人工智能音箱多少钱', 'calm'],
    ['will the handle get hot?', 'calm'],
    ['不高兴，说好送的没送', 'dissatisfied'],
    ['我真的太喜歡了，謝謝你們', 'happy'],
    ['分手了，情侣杯退了吧', 'sad'],
    ['订单 123 还没到。我太失望了！尽快处理', 'dissatisfied'],
  ])('%s: %s', (text, emotion) => {
    const feeling = feel(text);
    expect(feeling.emotion).toBe(emotion);
    expect(feeling.strength > 0).toBe(emotion !== 'calm');
    expect(Object.values(feeling.scores).reduce((a, b) => a + b)).toBeCloseTo(1, 6);
  });
  it('quotes the words that show it', () => {
    expect(feel('订单是 123。我对你们太失望了！颜色是蓝色').evidence).toBe('我对你们太失望了！');
    expect(feel('order 123. I am so disappointed in you. it is the blue one').evidence).toBe(
      'I am so disappointed in you.',
    );
    expect(feel('ok').evidence).toBeNull();
  });
  it('tells whom anger is aimed at', () => {
    expect(feel('那个快递员态度恶劣，气死我了').target).toBe('third_party');
    expect(feel('你们客服态度恶劣，气死我了').target).toBe('shop');
    expect(feel('the courier threw it over the fence, absolutely furious').target).toBe('third_party');
    expect(feel('you are useless').target).toBe('shop');
    expect(feel('请问可以开发票吗').target).toBeNull();
  });
});

describe('strength', () => {
  it('grows with the words', () => {
    expect(feel('有点担心尺码').strength).toBeLessThan(feel('救命！！快拦住那个快递，求求你们了').strength);
    expect(feel('a little slow').strength).toBeLessThan(
      feel('absolutely terrible, worst shop ever!!').strength,
    );
  });
});

describe('any text is read', () => {
  it('in time that grows with its length, up to a page', () => {
    const took = (text: string) => {
      const before = performance.now();
      readFeeling(text, 'zh');
      return performance.now() - before;
    };
    for (const text of ['啊', 'a', '!', ' a', '很 ', '不', "n't ", '…'])
      expect(took(text.repeat(1_000_000 / text.length)), text).toBeLessThan(500);
  });
  it('also when there is nothing in it', () => {
    expect(feel('')).toMatchObject({ emotion: 'calm', strength: 0, evidence: null, target: null });
    expect(feel('   \n').emotion).toBe('calm');
  });
  it('takes the vector of its meaning, and does without one of another size', () => {
    const alone = feel('把它退了吧');
    const vector = Float32Array.from({ length: 384 }, (_, at) => Math.sin(at) / 14);
    expect(readFeeling('把它退了吧', 'zh', vector).scores).not.toEqual(alone.scores);
    expect(readFeeling('把它退了吧', 'zh', new Float32Array(3)).scores).toEqual(alone.scores);
  });
});

describe('the trajectory', () => {
  const line = (...steps: [Emotion, 0 | 1 | 2 | 3][]) =>
    trajectory(steps.map(([emotion, strength]) => ({ emotion, strength })));
  it('rises to anger and names the turn', () => {
    expect(line(['calm', 0], ['dissatisfied', 1], ['angry', 3])).toEqual({
      trend: 'rising',
      turningPoints: [2],
      worst: 2,
    });
  });
  it('eases when the customer is glad again', () => {
    expect(line(['angry', 2], ['dissatisfied', 2], ['happy', 2])).toMatchObject({
      trend: 'easing',
      worst: 0,
    });
  });
  it('is steady with nothing said', () => {
    expect(trajectory([])).toEqual({ trend: 'steady', turningPoints: [], worst: null });
  });
});
